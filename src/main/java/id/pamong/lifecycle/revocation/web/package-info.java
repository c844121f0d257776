/** The pages of revocation, for owners, officers and the head of the RA office. */
@NullMarked
package id.pamong.lifecycle.revocation.web;

import org.jspecify.annotations.NullMarked;
