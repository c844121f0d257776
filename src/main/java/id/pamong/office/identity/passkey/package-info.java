/**
 * Passkeys (W3C Web Authentication): enrolled beside the authenticator app, they sign in alone and
 * count as the second factor, because each use asks for the owner's finger, face or PIN.
 *
 * <p>Kunci sandi: masuk tanpa kata sandi, dan faktor kedua (MDN-13(4), 17).
 */
@NullMarked
package id.pamong.office.identity.passkey;

import org.jspecify.annotations.NullMarked;
