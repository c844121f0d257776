/**
 * The pages of the office's lower rooms, which stand below page and identity and so cannot have
 * pages of their own: imports, the visible outbox, the inbox, the law as data, the archive.
 *
 * <p>Halaman pengelola untuk ruang-ruang dasar (MDN-26(1)).
 */
@ApplicationModule(displayName = "Administration")
@NullMarked
package id.pamong.office.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
