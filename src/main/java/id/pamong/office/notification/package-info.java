/**
 * Inbox and e-mail, written with the command that causes them.
 *
 * <p>Kotak masuk dan surat elektronik (MDN-11(2)).
 */
@ApplicationModule(displayName = "Notification")
@NullMarked
package id.pamong.office.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
