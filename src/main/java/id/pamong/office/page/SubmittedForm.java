package id.pamong.office.page;

import id.pamong.office.protection.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a form sent, as the bounded reader took it from the wire: texts, secrets that never became a
 * String, and files that lie encrypted on disk. A controller takes it as an argument. Secrets are
 * wiped and files are gone when the request ends.
 *
 * <p>A form with more than its limit never reaches the controller ({@code @FormLimit}; HTTP 413),
 * nor does one that cannot be read (HTTP 400).
 */
public interface SubmittedForm {
    /**
     * The names whose values are secrets. They are taken out of the body as bytes, are no request
     * parameters, are never offered back, and are refused in a query string.
     */
    Set<String> SECRETS =
            Set.of(
                    "passphrase",
                    "newPassphrase",
                    "passphraseRepeat",
                    "pin",
                    "totp",
                    "backupCode",
                    "password",
                    "newPassword",
                    "clientSecret",
                    "passwordRepeat");

    /** The first value without surrounding spaces; empty when the field is missing. */
    String text(String name);

    /** All values in the order of the form, without surrounding spaces. */
    List<String> texts(String name);

    /** Whether the field was sent, be it empty. */
    boolean has(String name);

    /** A secret; empty when it is missing or was left blank. */
    Optional<SecretBytes> secret(String name);

    /** The first file that was chosen for the field. */
    Optional<SpooledFile> file(String name);

    /** All files that were chosen for the field, in order. */
    List<SpooledFile> files(String name);
}
