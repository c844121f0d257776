/**
 * The bounded reader: takes every form from the wire before any other parser sees it, so that a
 * secret never becomes a String and a file never lies in clear on disk.
 *
 * <p>Pembaca formulir: menerima setiap isian sebelum pengurai lain melihatnya (MDN-1.14, 17d).
 */
@NullMarked
package id.pamong.office.page.form;

import org.jspecify.annotations.NullMarked;
