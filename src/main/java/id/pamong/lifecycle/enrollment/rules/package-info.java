/**
 * What an application must have before it is submitted; each rule one class.
 *
 * <p>Syarat permohonan (MDN-10).
 */
@NullMarked
package id.pamong.lifecycle.enrollment.rules;

import org.jspecify.annotations.NullMarked;
