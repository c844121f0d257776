/**
 * Certification authorities behind one counter, with declared capabilities, and the order book.
 *
 * <p>Penyelenggara sertifikasi elektronik di balik satu loket (MDN-5, 13(2)).
 */
@ApplicationModule(displayName = "Gateway")
@NullMarked
package id.pamong.authority.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
