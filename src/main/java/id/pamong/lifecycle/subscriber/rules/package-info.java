/**
 * The rules on NIK, NIP and official e-mail, each one class; hard ones and soft ones apart.
 *
 * <p>Aturan NIK, NIP, dan e-mail dinas.
 */
@NullMarked
package id.pamong.lifecycle.subscriber.rules;

import org.jspecify.annotations.NullMarked;
