/**
 * The one PostgreSQL: started, migrated, and entered for one local government at a time.
 *
 * <p>Basis data: dijalankan sendiri, dimigrasikan, dan dimasuki per pemerintah daerah.
 */
@ApplicationModule(displayName = "Database")
@NullMarked
package id.pamong.office.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
