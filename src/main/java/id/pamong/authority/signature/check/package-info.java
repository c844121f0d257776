/** Checking PDFs: revisions, byte ranges, changes, paths; DSS stays in here. */
@NullMarked
package id.pamong.authority.signature.check;

import org.jspecify.annotations.NullMarked;
