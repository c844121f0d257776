package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Soft: birth date and sex agree; a NIK keeps its digits when the data behind it are corrected. */
@Component
final class NipAgreesWithNik implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nip-agrees-with-nik");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        Optional<Nik> nik = Nik.read(claim.nik());
        Optional<Nip> nip = Nip.read(claim.nip());
        if (nik.isEmpty() || nip.isEmpty()) {
            return List.of();
        }
        Optional<LocalDate> fromNik = nik.get().birthDate(claim.on(), claim.oldest());
        Optional<LocalDate> fromNip = nip.get().birthDate();
        boolean sameDay = fromNik.isEmpty() || fromNip.isEmpty() || fromNik.equals(fromNip);
        boolean sameSex = nip.get().sex() == (nik.get().isOfWoman() ? 2 : 1);
        if (sameDay && sameSex) {
            return List.of();
        }
        return List.of(Finding.soft(sameDay ? "nip.other-sex" : "nip.other-birth-date", "nip"));
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNip(EmploymentClass.PNS, "198503132010012001");
    }
}
