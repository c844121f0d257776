/** Pages on official e-mail. */
@NullMarked
package id.pamong.lifecycle.subscriber.web;

import org.jspecify.annotations.NullMarked;
