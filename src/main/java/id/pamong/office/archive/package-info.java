/**
 * Encrypted files, each with its own key under the master key.
 *
 * <p>Arsip berkas terenkripsi (MDN-11(4)).
 */
@ApplicationModule(displayName = "Archive")
@NullMarked
package id.pamong.office.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
