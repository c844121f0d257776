package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;

/**
 * Someone serves in another post or agency from today or an earlier day on; published once, on or
 * after the first day, in the transaction that marks it told. An update of data, never a reason to
 * revoke an individual's certificate.
 *
 * @param from first day in the new post
 */
public record PersonMoved(
        LocalGovernmentId government,
        PersonId person,
        boolean otherAgency,
        String post,
        LocalDate from) {}
