/** The public check page and its interface for programs. */
@NullMarked
package id.pamong.use.verification.web;

import org.jspecify.annotations.NullMarked;
