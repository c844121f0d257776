package id.pamong.authority.custody;

import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a passphrase must be (MDN-1.14, 16(1), 17d): at least ten characters, none of the known bad
 * ones (an offline list), no plain row or repetition, not made of what others know of its owner.
 * Length counts, composition does not (NIST SP 800-63B section 5.1.1.2). All findings at once.
 */
@Component
public class PassphraseRule {

    /** Findings on the fields {@code passphrase} and {@code passphraseRepeat}; empty if good. */
    public List<Finding> check(
            SecretBytes passphrase, SecretBytes repeated, PassphraseOwner owner) {
        throw new UnsupportedOperationException();
    }
}
