/**
 * The end of a key: destroyed here by the program after its time, or stated to be destroyed by the
 * owner who kept it.
 *
 * <p>Pemusnahan kunci privat setelah sertifikatnya berakhir (MDN-17f, CJR-18f).
 */
@ApplicationModule(displayName = "Destruction")
@NullMarked
package id.pamong.lifecycle.destruction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
