/** Detached CMS signatures. */
@NullMarked
package id.pamong.authority.signature.cms;

import org.jspecify.annotations.NullMarked;
