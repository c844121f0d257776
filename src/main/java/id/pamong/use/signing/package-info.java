/**
 * The owner signs letters.
 *
 * <p>Penandatanganan oleh pemilik (MDN-7(5)a, 8, 17).
 */
@ApplicationModule(displayName = "Signing")
@NullMarked
package id.pamong.use.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
