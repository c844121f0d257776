/** The letter of RFC 5280, one finding per rule, before anything is signed and after. */
@NullMarked
package id.pamong.authority.builtin.lint;

import org.jspecify.annotations.NullMarked;
