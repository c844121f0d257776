/**
 * Certificates by the certificate management protocol (RFC 9810, 9811, 9481, 9483): hosts of
 * electronic systems ask the built-in authority for them, under a permit of the office.
 *
 * <p>Penerbitan, pembaruan, dan pencabutan sertifikat sistem elektronik lewat program (MDN-13(2),
 * 14, 15).
 */
@ApplicationModule(displayName = "CMP")
@NullMarked
package id.pamong.authority.cmp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
