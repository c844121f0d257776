/** Signing PDFs: preparation, appearance, time stamp and revocation data; DSS stays in here. */
@NullMarked
package id.pamong.authority.signature.pades;

import org.jspecify.annotations.NullMarked;
