/** Pages of the owner who signs. */
@NullMarked
package id.pamong.use.signing.web;

import org.jspecify.annotations.NullMarked;
