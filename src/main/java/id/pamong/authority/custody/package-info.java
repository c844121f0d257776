/**
 * Keys that only their owner's passphrase opens.
 *
 * <p>Penyimpanan kunci yang hanya terbuka dengan passphrase pemiliknya (MDN-1.13, 1.14, 17d).
 */
@ApplicationModule(displayName = "Custody")
@NullMarked
package id.pamong.authority.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
