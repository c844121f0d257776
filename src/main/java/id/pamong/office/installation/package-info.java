/**
 * This installation: its mode, its folders, the address people reach it by, and the sentences with
 * which a start is refused.
 *
 * <p>Instalasi: ragam, folder, alamat, dan kalimat penolakan saat mulai.
 */
@ApplicationModule(displayName = "Installation")
@NullMarked
package id.pamong.office.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
