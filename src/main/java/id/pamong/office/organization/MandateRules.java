package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a power to sign in another's name must be; pure. */
final class MandateRules {
    private MandateRules() {}

    static List<Finding> check(NewMandate it, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        HoldingRules.decree(findings, it.decree(), "mandateDecree");
        if (it.decreeOn().isAfter(today)) {
            findings.add(Finding.blocking("organization.decree-in-future", "mandateDecreeOn"));
        }
        if (it.scope().isBlank() || it.scope().length() > PostRegister.SCOPE) {
            findings.add(
                    Finding.blocking("organization.mandate-scope", "scope", PostRegister.SCOPE));
        }
        if (it.toPost().equals(it.ofPost())) {
            findings.add(Finding.blocking("organization.mandate-to-itself", "of"));
        }
        PostId through = it.through();
        if (through != null && (through.equals(it.ofPost()) || through.equals(it.toPost()))) {
            findings.add(Finding.blocking("organization.mandate-through", "through"));
        }
        LocalDate until = it.until();
        if (until != null && until.isBefore(it.from())) {
            findings.add(Finding.blocking("organization.ends-before-begin", "mandateUntil"));
        }
        return List.copyOf(findings);
    }
}
