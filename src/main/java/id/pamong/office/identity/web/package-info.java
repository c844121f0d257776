/**
 * Sessions, the gate before every page, and the pages of sign-in and accounts.
 *
 * <p>Sesi, gerbang halaman, dan halaman akun.
 */
@NullMarked
package id.pamong.office.identity.web;

import org.jspecify.annotations.NullMarked;
