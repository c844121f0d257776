package id.pamong.authority.signature;

import eu.europa.esig.dss.model.DSSDocument;
import id.pamong.authority.signature.CompletionOutcome.NotAccepted;
import id.pamong.authority.signature.CompletionOutcome.RevocationUnavailable;
import id.pamong.authority.signature.CompletionOutcome.Signed;
import id.pamong.authority.signature.CompletionOutcome.TimeStampUnavailable;
import id.pamong.authority.signature.PreparationOutcome.Prepared;
import id.pamong.authority.signature.PreparationOutcome.Refused;
import id.pamong.authority.signature.file.WorkingCopy;
import id.pamong.authority.signature.pades.Pades;
import id.pamong.authority.signature.pades.Preparation;
import id.pamong.authority.signature.pades.Signable;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs PDFs as PAdES-BASELINE-LT (ETSI EN 319 142-1) in two steps, so that the owner's key may be
 * anywhere: {@link #prepare} gives the bytes to sign, {@link #complete} puts the signature, a time
 * stamp and the proof of revocation state into the file. Earlier bytes, signatures and forms stay
 * untouched. Nothing leaves that our own check does not accept, and a missing time stamp is an
 * outcome, never a lesser signature.
 */
@Component
public class PdfSigning {
    private final DocumentCheck check;
    private final Clock clock;

    PdfSigning(DocumentCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /** Looks at a document before anything else is asked of its owner. */
    public PdfInspection inspect(DocumentSource pdf) {
        try (WorkingCopy document = WorkingCopy.of(pdf)) {
            List<Finding> findings = findings(document, null);
            return new PdfInspection(
                    findings, findings.isEmpty() ? Signable.pages(document) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read from its source", e);
        }
    }

    /**
     * Makes a PDF ready for its signature.
     *
     * @return refused with findings for a file that is no PDF, damaged, encrypted, of the XFA kind,
     *     locked against further signatures, changed after an earlier signature, or a placement
     *     outside its page
     */
    public PreparationOutcome prepare(DocumentSource pdf, SigningRequest request) {
        WorkingCopy document;
        try {
            document = WorkingCopy.of(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read from its source", e);
        }
        boolean handedOver = false;
        try {
            List<Finding> findings = findings(document, request.block());
            if (!findings.isEmpty()) {
                return new Refused(findings);
            }
            Preparation preparation = Pades.prepare(document, request);
            handedOver = true;
            return new Prepared(new PreparedSignature(preparation));
        } catch (RuntimeException | StackOverflowError e) {
            return new Refused(List.of(Finding.blocking("signing.damaged", "document")));
        } finally {
            if (!handedOver) {
                document.close();
            }
        }
    }

    /**
     * Finishes the signature. The prepared signature must stay open until the outcome has been
     * stored.
     *
     * @param signatureValue over {@link PreparedSignature#toBeSigned}; DER for ECDSA
     */
    public CompletionOutcome complete(PreparedSignature prepared, byte[] signatureValue) {
        DSSDocument made;
        try {
            made = Pades.complete(prepared.preparation(), signatureValue);
        } catch (Pades.NoTimeStamp e) {
            return new TimeStampUnavailable();
        }
        SigningRequest request = prepared.preparation().request();
        DocumentSource source = source(prepared.preparation(), made);
        CheckReport report = check.check(source, trusted(request), clock.instant());
        if (report.verdict() == Verdict.BERUBAH || report.signatures().isEmpty()) {
            return new NotAccepted(report);
        }
        SignatureReport own = report.signatures().getLast();
        boolean isOurs = request.chain().getFirst().equals(own.certificate());
        return switch (own.reason()) {
            case VALID_RECOGNISED, VALID_INTERNAL, VALID_TRIAL ->
                    isOurs
                                    && own.timeSource() == TimeSource.TIME_STAMP
                                    && !"PAdES-BASELINE-B".equals(own.level())
                                    && !"PAdES-BASELINE-T".equals(own.level())
                            ? new Signed(new SignedPdf(source, report.sha256(), () -> {}), report)
                            : new NotAccepted(report);
            case PROOF_MISSING -> new RevocationUnavailable();
            case CERTIFICATE_NOT_IN_TIME,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_UNFIT,
                    UNKNOWN_AUTHORITY,
                    NO_SIGNATURE,
                    ENCRYPTED,
                    UNREADABLE,
                    FORBIDDEN_CHANGE,
                    CONTENT_CHANGED,
                    TRAILING_BYTES,
                    BROKEN_SIGNATURE,
                    WRONG_DIGEST ->
                    new NotAccepted(report);
        };
    }

    private List<Finding> findings(WorkingCopy document, @Nullable SignatureBlock block) {
        List<Finding> findings = Signable.check(document, block);
        if (!findings.isEmpty()) {
            return findings;
        }
        TrustedAuthorities nobody = new TrustedAuthorities(List.of(), RevocationSource.none());
        CheckReport before = check.check(document, nobody, clock.instant());
        return before.verdict() == Verdict.BERUBAH
                ? List.of(
                        Finding.blocking(
                                "signing.changed-after-signature",
                                "document",
                                before.reason().name()))
                : List.of();
    }

    /** Only what we made is judged here, so its own root is enough. */
    private static TrustedAuthorities trusted(SigningRequest request) {
        return new TrustedAuthorities(
                List.of(
                        new TrustedAuthority(
                                request.chain().getLast(), true, "", request.standing())),
                RevocationSource.none());
    }

    private static DocumentSource source(Preparation preparation, DSSDocument made) {
        if (preparation.document().folder().isEmpty()) {
            try (InputStream in = made.openStream()) {
                return DocumentSource.of(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Path path = preparation.document().folder().get().resolve("signed.pdf");
        try (InputStream in = made.openStream()) {
            Files.copy(in, path);
            long size = Files.size(path);
            return new DocumentSource() {
                @Override
                public long size() {
                    return size;
                }

                @Override
                public InputStream open() throws IOException {
                    return Files.newInputStream(path);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
