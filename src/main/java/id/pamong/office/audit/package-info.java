/**
 * The append-only trail: one canonical, hashed record for each command, in its transaction.
 *
 * <p>Jejak audit (MDN-26(2)).
 */
@ApplicationModule(displayName = "Audit")
@NullMarked
package id.pamong.office.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
