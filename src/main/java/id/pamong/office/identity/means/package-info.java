/**
 * The means of sign-in: passwords, one-time codes, the second factor, and the counting of tries.
 *
 * <p>Sarana masuk: kata sandi, kode sekali pakai, faktor kedua (MDN-17b, 17d).
 */
@NullMarked
package id.pamong.office.identity.means;

import org.jspecify.annotations.NullMarked;
