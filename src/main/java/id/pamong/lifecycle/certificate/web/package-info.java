/** The owner's pages of the register. */
@NullMarked
package id.pamong.lifecycle.certificate.web;

import org.jspecify.annotations.NullMarked;
