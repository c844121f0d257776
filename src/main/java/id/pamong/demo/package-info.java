/**
 * Walks the main job over HTTP, as people would, on synthetic data.
 *
 * <p>Peragaan lewat HTTP.
 */
@ApplicationModule(displayName = "Demo")
@NullMarked
package id.pamong.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
