/** The rules on officers, on cases and on decisions; one class each. */
@NullMarked
package id.pamong.lifecycle.registration.rules;

import org.jspecify.annotations.NullMarked;
