package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hard: birth date, appointment, sex and serial of a NIP exist. */
@Component
final class NipDatesExist implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nip-calendar");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return Nip.read(claim.nip())
                .filter(nip ->
                        nip.birthDate().isEmpty()
                                || !(nip.looksLikePns() || nip.looksLikePppk())
                                || nip.sex() < 1
                                || nip.sex() > 2
                                || nip.serial() == 0)
                .map(nip -> List.of(Finding.blocking("nip.calendar", "nip")))
                .orElse(List.of());
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNip(EmploymentClass.PNS, "198513122010012001");
    }
}
