package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;

/**
 * Someone serves in another post or agency from today or an earlier day on; published in the
 * transaction that made it so. An update of data, never a reason to revoke an individual's
 * certificate.
 */
public record PersonMoved(
        LocalGovernmentId government, PersonId person, boolean otherAgency, String post) {}
