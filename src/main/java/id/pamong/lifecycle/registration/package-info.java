/**
 * The registration authority: verification, decision with reason, officers, appointment, agreement
 * with the CA, first run.
 *
 * <p>Otoritas Pendaftaran (MDN-3, 11, 18, 20).
 */
@ApplicationModule(displayName = "Registration")
@NullMarked
package id.pamong.lifecycle.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
