/**
 * Anyone checks a document and reads one of three verdicts.
 *
 * <p>Pemeriksaan dokumen oleh siapa pun (MDN-2(2)d, 8(2)).
 */
@ApplicationModule(displayName = "Verification")
@NullMarked
package id.pamong.use.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
