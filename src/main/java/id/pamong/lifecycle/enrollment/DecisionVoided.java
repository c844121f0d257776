package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;

/**
 * The applicant changed or withdrew an application that was decided; what was decided or prepared
 * for it no longer counts. Published in the transaction of the change.
 *
 * @param was the state it was in
 */
public record DecisionVoided(
        LocalGovernmentId government, ApplicationId application, ApplicationState was) {}
