/**
 * The engine: CMS, PAdES, path checks and verdicts on signed documents.
 *
 * <p>Mesin tanda tangan elektronik dan pemeriksaannya (MDN-1.11, 2(2)a).
 */
@ApplicationModule(displayName = "Signature")
@NullMarked
package id.pamong.authority.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
