/**
 * People who apply: identity numbers, official e-mail and its ownership, duties.
 *
 * <p>Pemohon dan pemilik: NIK, NIP, e-mail dinas (MDN-7, 10(2), 10(3)c, 17).
 */
@ApplicationModule(displayName = "Subscriber")
@NullMarked
package id.pamong.lifecycle.subscriber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
