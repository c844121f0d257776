/** From a template to a certificate: extensions, a twin that is checked first, one signature. */
@NullMarked
package id.pamong.authority.builtin.issuing;

import org.jspecify.annotations.NullMarked;
