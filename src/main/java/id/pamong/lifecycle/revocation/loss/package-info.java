/**
 * Reports of lost, damaged or inaccessible keys, at any hour and without signing in where need be.
 *
 * <p>Laporan kunci hilang, rusak atau tidak dapat diakses (MDN-15(2)-(3), CJR-16(2)-(3)).
 */
@NullMarked
package id.pamong.lifecycle.revocation.loss;

import org.jspecify.annotations.NullMarked;
