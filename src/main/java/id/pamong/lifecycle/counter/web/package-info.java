/** Pages of the counter. */
@NullMarked
package id.pamong.lifecycle.counter.web;

import org.jspecify.annotations.NullMarked;
