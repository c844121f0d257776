package id.pamong.lifecycle.revocation.loss;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.SubmissionGate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.Dates;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whether a new certificate waits for the papers of the report ({@code lostKey.reissue}): it does,
 * or the papers follow by their day.
 */
@Component
class ReissueGate implements SubmissionGate {
    private final LossRows rows;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final TenantTransactions transactions;
    private final Dates dates;

    ReissueGate(
            LossRows rows,
            LocalGovernments governments,
            Regulations regulations,
            TenantTransactions transactions,
            Dates dates) {
        this.rows = rows;
        this.governments = governments;
        this.regulations = regulations;
        this.transactions = transactions;
        this.dates = dates;
    }

    @Override
    public List<Finding> findings(LocalGovernmentId government, ApplicationId application) {
        return transactions
                .inTenant(government, () -> rows.ofApplication(application))
                .filter(report -> !report.isComplete())
                .map(report -> {
                    var setting =
                            regulations
                                    .profile(governments.get(government).regulationId())
                                    .setting("lostKey.reissue");
                    Finding finding =
                            setting.text().equals("WAIT")
                                    ? Finding.blocking(
                                            "keyloss.papers-first", null, report.number())
                                    : Finding.soft(
                                            "keyloss.papers-follow",
                                            null,
                                            report.number(),
                                            dates.on(report.papersDue()));
                    return List.of(finding.citing(setting.citations()));
                })
                .orElse(List.of());
    }
}
