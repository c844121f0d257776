/** The program's second listener: plain HTTP for CRL, OCSP, AIA and time stamps, nothing else. */
@NullMarked
package id.pamong.web;

import org.jspecify.annotations.NullMarked;
