/**
 * The four ways to say no that every room shares: not found, forbidden, conflict, too large.
 *
 * <p>Penolakan: empat cara menolak yang dipakai semua ruang.
 */
@ApplicationModule(displayName = "Refusals")
@NullMarked
package id.pamong.office.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
