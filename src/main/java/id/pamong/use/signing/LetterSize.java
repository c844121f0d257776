package id.pamong.use.signing;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.util.List;
import org.springframework.stereotype.Component;

/** How large a letter to sign may be: the setting {@code letter.maximumMegabytes}. */
@Component
class LetterSize {
    private final LocalGovernments governments;
    private final Regulations regulations;

    LetterSize(LocalGovernments governments, Regulations regulations) {
        this.governments = governments;
        this.regulations = regulations;
    }

    /** What is wrong with a letter of so many bytes; empty when it may be signed. */
    List<Finding> objections(LocalGovernmentId government, long bytes) {
        int most =
                regulations
                        .profile(governments.get(government).regulationId())
                        .setting("letter.maximumMegabytes")
                        .number();
        return bytes > (long) most << 20
                ? List.of(Finding.blocking("signing.too-large", "document", most))
                : List.of();
    }
}
