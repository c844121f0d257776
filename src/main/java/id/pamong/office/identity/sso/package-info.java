/**
 * Sign-in by the single sign-on of a government, over OpenID Connect. It opens an account that its
 * owner has claimed and linked; it makes no account and gives no right.
 *
 * <p>Masuk lewat SSO pemerintah: hanya membuka akun yang sudah dimiliki (MDN-13(4), 17).
 */
@NullMarked
package id.pamong.office.identity.sso;

import org.jspecify.annotations.NullMarked;
