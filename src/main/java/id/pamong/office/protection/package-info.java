/**
 * The service's own key and what hangs from it: field encryption, blind indexes, secrets that do
 * not print.
 *
 * <p>Pelindungan: kunci layanan dan semua yang bergantung padanya (MDN-1.13, 1.14).
 */
@ApplicationModule(displayName = "Protection")
@NullMarked
package id.pamong.office.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
