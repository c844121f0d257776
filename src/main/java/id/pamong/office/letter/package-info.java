/**
 * Letters, minutes and receipts from templates to PDF/A.
 *
 * <p>Surat, berita acara dan tanda terima (MDN-10(3)a, 11(2), 13(6)).
 */
@ApplicationModule(displayName = "Letter")
@NullMarked
package id.pamong.office.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
