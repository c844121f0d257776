package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** Soft: nobody was appointed before the age of eighteen or in the future. */
@Component
final class NipAppointmentOfAdult implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nip-appointment");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return Nip.read(claim.nip())
                .filter(nip ->
                        nip.birthDate().isPresent() && (nip.looksLikePns() || nip.looksLikePppk()))
                .filter(nip -> {
                    YearMonth adult = YearMonth.from(nip.birthDate().orElseThrow()).plusYears(18);
                    boolean future =
                            nip.looksLikePns()
                                    ? nip.appointment().isAfter(YearMonth.from(claim.on()))
                                    : nip.appointment().getYear() > claim.on().getYear();
                    return nip.appointment().isBefore(adult) || future;
                })
                .map(nip -> List.of(Finding.soft("nip.appointment", "nip")))
                .orElse(List.of());
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNip(EmploymentClass.PNS, "198503121999012001");
    }
}
