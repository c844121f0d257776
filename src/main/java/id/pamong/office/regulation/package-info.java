/**
 * The law as data: profile, article, citation, rule, finding. Depends on no other room.
 *
 * <p>Peraturan sebagai data; semua pasal dirujuk dari sini.
 */
@ApplicationModule(displayName = "Regulation")
@NullMarked
package id.pamong.office.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
