package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;

/** An application came into the queue. Published in the transaction of the submission. */
public record ApplicationSubmitted(LocalGovernmentId government, ApplicationId application) {}
