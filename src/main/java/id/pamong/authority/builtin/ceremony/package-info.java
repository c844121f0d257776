/** Making the root, the issuing authorities and their signers of OCSP and time stamps. */
@NullMarked
package id.pamong.authority.builtin.ceremony;

import org.jspecify.annotations.NullMarked;
