/**
 * Accounts, sign-in, second factor, roles, and the one table of who may do what.
 *
 * <p>Akun, masuk, peran, dan satu tabel kewenangan (MDN-13(4), 17).
 */
@ApplicationModule(displayName = "Identity")
@NullMarked
package id.pamong.office.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
