/** The authority's own keys, names and addresses: what a CA is before it does anything. */
@NullMarked
package id.pamong.authority.builtin.key;

import org.jspecify.annotations.NullMarked;
