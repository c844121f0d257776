/** A document at hand for several readings. */
@NullMarked
package id.pamong.authority.signature.file;

import org.jspecify.annotations.NullMarked;
