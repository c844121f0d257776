package id.pamong.authority.signature;

import id.pamong.authority.signature.check.Checker;
import id.pamong.authority.signature.check.Pages;
import id.pamong.authority.signature.file.WorkingCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Checks a PDF and gives a verdict; stricter than the field's usual defaults: any byte after the
 * last signed range that is no allowed revision, an undefined change, a broken signature field or a
 * change against the signer's wish makes it {@link Verdict#BERUBAH}. Takes any bytes and never
 * throws because of them. No network.
 */
@Component
public class DocumentCheck {
    /** Checks are work for a whole core each, and memory. */
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /**
     * Checks a file against a trust list.
     *
     * @param at the time of the check
     */
    public CheckReport check(DocumentSource file, TrustedAuthorities trusted, Instant at) {
        try (WorkingCopy document = WorkingCopy.of(file)) {
            return check(document, trusted, at);
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read from its source", e);
        }
    }

    CheckReport check(WorkingCopy document, TrustedAuthorities trusted, Instant at) {
        turns.acquireUninterruptibly();
        try {
            return new Checker(document, trusted, at).check();
        } catch (IOException e) {
            throw new UncheckedIOException("the working copy cannot be read", e);
        } finally {
            turns.release();
        }
    }

    /**
     * The pages, from 1, on which two documents show something else; empty when there are none or
     * when it cannot be told.
     */
    public List<Integer> differentPages(DocumentSource one, DocumentSource other) {
        turns.acquireUninterruptibly();
        try (WorkingCopy left = WorkingCopy.of(one);
                WorkingCopy right = WorkingCopy.of(other);
                PDDocument before = left.open();
                PDDocument after = right.open()) {
            return Pages.different(before, after);
        } catch (IOException | RuntimeException e) {
            return List.of();
        } finally {
            turns.release();
        }
    }
}
