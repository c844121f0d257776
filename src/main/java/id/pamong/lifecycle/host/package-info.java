/**
 * Hosts of electronic systems that fetch their certificates by program: the office permits, the
 * responsible person takes the secret to the host, the host asks.
 *
 * <p>Izin bagi peladen sistem elektronik untuk mengambil, memperbarui, dan mencabut sertifikatnya
 * lewat program (MDN-6c, 13(2), 14, 15; CJR-7c).
 */
@ApplicationModule(displayName = "Hosts")
@NullMarked
package id.pamong.lifecycle.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
