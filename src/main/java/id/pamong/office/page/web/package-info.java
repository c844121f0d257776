/**
 * Layout, languages and error pages.
 *
 * <p>Tata letak, bahasa, halaman galat.
 */
@NullMarked
package id.pamong.office.page.web;

import org.jspecify.annotations.NullMarked;
