/** The page of a system's permit. */
@NullMarked
package id.pamong.lifecycle.host.web;

import org.jspecify.annotations.NullMarked;
