/** Pages of the registration authority and of the first run. */
@NullMarked
package id.pamong.lifecycle.registration.web;

import org.jspecify.annotations.NullMarked;
