/** What a certificate is today: the register of the issued, CRLs and OCSP answers. */
@NullMarked
package id.pamong.authority.builtin.status;

import org.jspecify.annotations.NullMarked;
