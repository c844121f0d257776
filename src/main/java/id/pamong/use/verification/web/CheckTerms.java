package id.pamong.use.verification.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may check, and how large a file: the settings {@code check.public} and {@code
 * check.maximumMegabytes}.
 */
@Component
class CheckTerms {
    private final Regulations regulations;

    CheckTerms(Regulations regulations) {
        this.regulations = regulations;
    }

    /**
     * Lets everybody in, or only who has signed in.
     *
     * @throws Forbidden {@code verification.not-public}
     */
    void enter(LocalGovernment government, Optional<Actor> visitor) {
        if (visitor.isEmpty() && !profile(government).setting("check.public").flag()) {
            throw new Forbidden("verification.not-public");
        }
    }

    /** What is wrong with a file of so many bytes; empty when it may be checked. */
    List<Finding> objections(LocalGovernment government, long bytes) {
        int most = profile(government).setting("check.maximumMegabytes").number();
        return bytes > (long) most << 20
                ? List.of(Finding.blocking("verification.too-large", "document", most))
                : List.of();
    }

    private RegulationProfile profile(LocalGovernment government) {
        return regulations.profile(government.regulationId());
    }
}
