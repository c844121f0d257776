/**
 * From the approved application to the certificate in its owner's hands: presence, terms,
 * agreement, key, order, receipt.
 *
 * <p>Penerbitan, langsung oleh pemohon (MDN-13, 16).
 */
@ApplicationModule(displayName = "Issuance")
@NullMarked
package id.pamong.lifecycle.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
