/**
 * The certificate application and its dossier: papers, recommendation, cover letter.
 *
 * <p>Permohonan dan berkasnya (MDN-10).
 */
@ApplicationModule(displayName = "Enrollment")
@NullMarked
package id.pamong.lifecycle.enrollment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
