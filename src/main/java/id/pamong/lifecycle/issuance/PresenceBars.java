package id.pamong.lifecycle.issuance;

import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.subscriber.TimeOfService;
import id.pamong.office.identity.Actor;
import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What bars an identification whatever the officer confirms. */
@Component
class PresenceBars {
    private final TimeOfService service;

    PresenceBars(TimeOfService service) {
        this.service = service;
    }

    /** The applicant must still be in service. */
    List<Finding> findings(Actor officer, Dossier dossier) {
        return new ArrayList<>(
                service.objections(officer.government(), dossier.applicant().person()));
    }
}
