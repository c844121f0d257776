package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.regulation.Finding;
import java.util.List;

/** What another room has to say before an application is submitted; that room implements it. */
public interface SubmissionGate {
    /** Blocking or soft; empty for an application that the room does not know. */
    List<Finding> findings(LocalGovernmentId government, ApplicationId application);
}
