/**
 * Tables that come from spreadsheets and go to them: CSV and XLSX, read with limits, written so
 * that no cell is ever taken for a formula.
 *
 * <p>Tabel dari dan ke lembar kerja.
 */
@ApplicationModule(displayName = "Tables in and out")
@NullMarked
package id.pamong.office.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
