/** The officer's counter and the applicant's activation. */
@NullMarked
package id.pamong.lifecycle.issuance.web;

import org.jspecify.annotations.NullMarked;
