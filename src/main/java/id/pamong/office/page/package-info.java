/**
 * Layout, forms, bounded request reading, error pages, problem documents.
 *
 * <p>Tata letak, formulir, halaman galat.
 */
@ApplicationModule(displayName = "Page")
@NullMarked
package id.pamong.office.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
