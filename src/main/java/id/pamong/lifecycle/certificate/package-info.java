/**
 * The register of certificates.
 *
 * <p>Daftar sertifikat elektronik (MDN-1.9).
 */
@ApplicationModule(displayName = "Certificate")
@NullMarked
package id.pamong.lifecycle.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
