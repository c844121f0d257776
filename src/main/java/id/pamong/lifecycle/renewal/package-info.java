/**
 * Renewal: reminders before a certificate ends, and the application for the next one from the last
 * dossier.
 *
 * <p>Pembaruan sertifikat elektronik (MDN-14, CJR-15).
 */
@ApplicationModule(displayName = "Renewal")
@NullMarked
package id.pamong.lifecycle.renewal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
