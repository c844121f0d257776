package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Soft: digits 13-14 tell a PNS (a month) from a PPPK (a known code). */
@Component
final class NipPatternFitsClass implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nip-pattern");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        Optional<Nip> nip = Nip.read(claim.nip());
        if (nip.isEmpty() || !claim.employmentClass().hasNip()) {
            return List.of();
        }
        return switch (claim.employmentClass()) {
            case PNS, CPNS ->
                    nip.get().looksLikePppk()
                            ? List.of(Finding.soft("nip.looks-like-pppk", "nip"))
                            : List.of();
            case PPPK, PPPK_PART_TIME -> {
                if (nip.get().looksLikePns()) {
                    yield List.of(Finding.soft("nip.looks-like-pns", "nip"));
                }
                String code = String.valueOf(nip.get().monthOrCode());
                yield claim.pppkCodes().contains(code)
                        ? List.of()
                        : List.of(Finding.soft("nip.pppk-code", "nip", code));
            }
            case HEAD_OF_REGION, DEPUTY_HEAD_OF_REGION, OTHER -> List.of();
        };
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example().withNip(EmploymentClass.PPPK, "198503122024212001");
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNip(EmploymentClass.PPPK, "198503122010012001");
    }
}
