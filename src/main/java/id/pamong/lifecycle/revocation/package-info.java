/**
 * Revocation of certificates, and keys that are lost, damaged or out of reach: from the request
 * over the local block to the proof that everyone can see it.
 *
 * <p>Pencabutan sertifikat elektronik (MDN-15(1), CJR-16(1)) dan laporan kunci hilang, rusak atau
 * tidak dapat diakses (MDN-15(2)-(3), CJR-16(2)-(3)).
 */
@ApplicationModule(displayName = "Revocation")
@NullMarked
package id.pamong.lifecycle.revocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
