package id.pamong.authority.signature;

import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Checks a PDF and gives a verdict; stricter than the field's usual defaults: any byte after the
 * last signed range that is no allowed revision, an undefined change, a broken signature field or a
 * change against the signer's wish makes it {@link Verdict#BERUBAH}. Takes any bytes and never
 * throws because of them. No network.
 */
@Component
public class DocumentCheck {
    /**
     * Checks a file against a trust list.
     *
     * @param at the time of the check
     */
    public CheckReport check(DocumentSource file, TrustedAuthorities trusted, Instant at) {
        throw new UnsupportedOperationException(file + " " + trusted + " " + at);
    }
}
