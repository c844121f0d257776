/**
 * The local government, its agencies with dated heads, posts, people and superiors.
 *
 * <p>Pemerintah daerah, Perangkat Daerah, jabatan, pegawai, atasan (MDN-1.1 - 1.7).
 */
@ApplicationModule(displayName = "Organization")
@NullMarked
package id.pamong.office.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
