package id.pamong.lifecycle.revocation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.CertificateStatuses;
import id.pamong.authority.gateway.StatusChange;
import id.pamong.authority.gateway.StatusOutcome;
import id.pamong.authority.signature.PublishedRevocation;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The way of a decision to the certification authority and back: the intent is committed before the
 * authority is asked, an authority that does not answer is asked again, and a revocation is at its
 * end only when OCSP and CRL both show it. The same call again changes nothing more.
 */
@Component
class AuthorityRoad {
    /** What stands in the case while its certificate is held at the authority. */
    static final String HELD = "HELD";

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    private final CaseFile file;
    private final CaseRows rows;
    private final CaseNotices notices;
    private final CertificateStatuses statuses;
    private final BuiltinAuthority builtin;
    private final Certificates certificates;
    private final TenantTransactions transactions;

    AuthorityRoad(
            CaseFile file,
            CaseRows rows,
            CaseNotices notices,
            CertificateStatuses statuses,
            BuiltinAuthority builtin,
            Certificates certificates,
            TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.notices = notices;
        this.statuses = statuses;
        this.builtin = builtin;
        this.certificates = certificates;
        this.transactions = transactions;
    }

    /** Every minute, for every local government. */
    @Configuration(proxyBeanMethods = false)
    static class EveryMinute {
        @Bean
        static RecurringTask<Void> revocationsUnderWay(
                AuthorityRoad road, LocalGovernments governments) {
            return Tasks.recurring("revocations-under-way", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> {
                        governments.each(road::run);
                    });
        }
    }

    /** Drives what is due now. */
    void run(LocalGovernmentId government) {
        List<RevocationCaseId> due =
                transactions.inTenant(government, () -> rows.due(file.now(), AT_ONCE));
        due.forEach(id -> drive(government, id));
    }

    /** Asks the authority what this case needs, and looks whether the world can see it. */
    void drive(LocalGovernmentId government, RevocationCaseId id) {
        RevocationCase it = transactions.inTenant(government, () -> file.find(id));
        RegisteredCertificate certificate =
                certificates.byId(government, it.certificate()).orElseThrow();
        switch (it.state()) {
            case ORDERED -> {
                revoke(government, it, certificate);
                if (transactions.inTenant(government, () -> file.find(id)).state()
                        == CaseState.REVOKED) {
                    drive(government, id);
                }
            }
            case REVOKED -> look(government, it, certificate);
            case HELD -> ask(government, it, certificate, new StatusChange.Hold(), HELD);
            case RELEASED, DISMISSED ->
                    ask(government, it, certificate, new StatusChange.Release(), "RELEASED");
            case REQUESTED, NOTICED, OBJECTED, BY_HAND, CONFIRMED, LAPSED -> {}
        }
    }

    private void revoke(
            LocalGovernmentId government, RevocationCase it, RegisteredCertificate certificate) {
        StatusOutcome outcome =
                statuses.change(
                        government,
                        certificate.requestKey(),
                        new StatusChange.Revoke(it.ground().reason(), it.invalidSince()));
        transactions.inTenant(
                government,
                () -> {
                    RevocationCase now = file.hold(it.id());
                    if (now.state() != CaseState.ORDERED) {
                        return;
                    }
                    switch (outcome) {
                        case StatusOutcome.Done(Instant since) -> {
                            certificates.revoked(
                                    government, it.certificate(), it.ground().reason(), since);
                            record(
                                    file.move(now, CaseStep.CA_DONE, null, "", true),
                                    "REVOKED",
                                    Map.of());
                        }
                        case StatusOutcome.Accepted(String reference) ->
                                rows.answered(it.id(), reference, later(it.id()));
                        case StatusOutcome.Unavailable(String reason) ->
                                rows.answered(it.id(), reason, later(it.id()));
                        case StatusOutcome.Refused(String code) -> {
                            rows.answered(it.id(), code, null);
                            CaseStep step =
                                    code.equals("status.over")
                                            ? CaseStep.CA_OVER
                                            : CaseStep.CA_BY_HAND;
                            record(
                                    file.move(now, step, null, code, false),
                                    step.name(),
                                    Map.of("code", code));
                        }
                    }
                });
    }

    private void ask(
            LocalGovernmentId government,
            RevocationCase it,
            RegisteredCertificate certificate,
            StatusChange change,
            String done) {
        StatusOutcome outcome = statuses.change(government, certificate.requestKey(), change);
        transactions.inTenant(
                government,
                () -> {
                    RevocationCase now = file.hold(it.id());
                    if (now.state() != it.state()) {
                        return;
                    }
                    switch (outcome) {
                        case StatusOutcome.Done _ -> {
                            rows.answered(it.id(), done, null);
                            record(now, done, Map.of());
                        }
                        case StatusOutcome.Refused(String code) ->
                                rows.answered(it.id(), code, null);
                        case StatusOutcome.Accepted(String reference) ->
                                rows.answered(it.id(), reference, later(it.id()));
                        case StatusOutcome.Unavailable(String reason) ->
                                rows.answered(it.id(), reason, later(it.id()));
                    }
                });
    }

    private void look(
            LocalGovernmentId government, RevocationCase it, RegisteredCertificate certificate) {
        Optional<PublishedRevocation> published =
                PublishedRevocation.of(
                        builtin.revocations(),
                        certificate.der(),
                        certificate.chainDer().getFirst());
        transactions.inTenant(
                government,
                () -> {
                    RevocationCase now = file.hold(it.id());
                    if (now.state() != CaseState.REVOKED) {
                        return;
                    }
                    if (published.isEmpty()) {
                        rows.answered(it.id(), "NOT_SHOWN_YET", file.now().plus(LOOK_AGAIN));
                        return;
                    }
                    Instant at = file.now();
                    Map<String, Object> facts = new HashMap<>();
                    for (ShownProof.Kind kind : ShownProof.Kind.values()) {
                        byte[] content =
                                switch (kind) {
                                    case OCSP -> published.get().ocsp();
                                    case CRL -> published.get().crl();
                                };
                        String sha256 = PublishedRevocation.sha256(content);
                        rows.prove(
                                it.id(), new ShownProof(kind, sha256, content.length, at), content);
                        facts.put(kind.name(), sha256);
                    }
                    RevocationCase shown = file.move(now, CaseStep.SHOWN, null, "", false);
                    notices.tellOwner(government, shown, "confirmed");
                    record(shown, "SHOWN", facts);
                });
    }

    private void record(RevocationCase it, String outcome, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(file.facts(it));
        facts.putAll(more);
        file.record("revocation.follow", null, it, outcome, facts);
    }

    private Instant later(RevocationCaseId id) {
        long minutes = 1L << Math.min(10, rows.tries(id));
        Duration wait = Duration.ofMinutes(minutes);
        return file.now().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
