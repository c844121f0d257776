/** CRL, OCSP, certificates and time stamps over HTTP. */
@NullMarked
package id.pamong.authority.builtin.web;

import org.jspecify.annotations.NullMarked;
