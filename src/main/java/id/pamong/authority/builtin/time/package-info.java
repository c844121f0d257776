/** Time stamps, and the clock that must be right before anything is signed. */
@NullMarked
package id.pamong.authority.builtin.time;

import org.jspecify.annotations.NullMarked;
