/**
 * A complete small certification authority: issuing, CRL, OCSP, time stamps.
 *
 * <p>PSrE bawaan untuk latihan dan keperluan internal; tidak pernah mengaku sebagai PSrE diakui
 * (MDN-5).
 */
@ApplicationModule(displayName = "Built-in authority")
@NullMarked
package id.pamong.authority.builtin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
