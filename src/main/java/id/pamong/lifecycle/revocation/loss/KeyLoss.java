package id.pamong.lifecycle.revocation.loss;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Reapplication;
import id.pamong.lifecycle.issuance.Issuance;
import id.pamong.lifecycle.revocation.KeyReported;
import id.pamong.lifecycle.revocation.LossRevocations;
import id.pamong.lifecycle.revocation.RevocationCaseId;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.Dates;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One report does everything in one transaction (MDN-15(2)): the block, the revocation cases, the
 * incident's event and the application for a new certificate with what can be used again.
 */
@Component
public class KeyLoss {
    /** Longest account of what happened, in characters. */
    public static final int LONGEST = 2000;

    private final LossRows rows;
    private final LossRevocations revocations;
    private final Certificates certificates;
    private final Issuance issuance;
    private final Reapplication reapplication;
    private final Letters letters;
    private final Notifications notifications;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TenantTransactions transactions;
    private final Dates dates;
    private final Clock clock;

    KeyLoss(
            LossRows rows,
            LossRevocations revocations,
            Certificates certificates,
            Issuance issuance,
            Reapplication reapplication,
            Letters letters,
            Notifications notifications,
            LocalGovernments governments,
            Regulations regulations,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TenantTransactions transactions,
            Dates dates,
            Clock clock) {
        this.rows = rows;
        this.revocations = revocations;
        this.certificates = certificates;
        this.issuance = issuance;
        this.reapplication = reapplication;
        this.letters = letters;
        this.notifications = notifications;
        this.governments = governments;
        this.regulations = regulations;
        this.permissions = permissions;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.dates = dates;
        this.clock = clock;
    }

    /** What became of a report. */
    public sealed interface Outcome {
        /** Blocked; the report as it was kept. */
        record Reported(LossReport report) implements Outcome {}

        /** Nothing was changed; every reason at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** The actor's certificates whose key can be reported: neither revoked nor expired. */
    public List<RegisteredCertificate> reportable(LocalGovernmentId government, PersonId person) {
        Instant now = clock.instant();
        return certificates.of(government, person).stream()
                .filter(one -> !(one.state() instanceof CertificateState.Revoked))
                .filter(one -> !one.isExpiredAt(now))
                .toList();
    }

    /** The owner's own reports, newest first. */
    public List<LossReport> of(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> rows.of(person));
    }

    /**
     * Reports from the owner's own account. No second factor is asked for: it may be what was lost.
     *
     * @param chosen the certificates whose key it was
     */
    public Outcome report(
            Actor actor,
            @Nullable LossKind kind,
            Set<CertificateId> chosen,
            @Nullable Instant noticedAt,
            String circumstances) {
        permissions.require(actor, "revocation.report-loss", "*", Set.of(Scope.OWN));
        List<RegisteredCertificate> all = reportable(actor.government(), actor.person());
        List<RegisteredCertificate> lost =
                all.stream().filter(one -> chosen.contains(one.id())).toList();
        List<Finding> findings = new ArrayList<>();
        if (kind == null) {
            findings.add(Finding.blocking("keyloss.kind", "kind"));
        }
        if (lost.isEmpty()) {
            findings.add(
                    Finding.blocking(
                            all.isEmpty() ? "keyloss.nothing" : "keyloss.choose", "certificate"));
        }
        if (circumstances.length() > LONGEST) {
            findings.add(Finding.blocking("keyloss.long", "circumstances", LONGEST));
        }
        if (noticedAt != null && noticedAt.isAfter(clock.instant())) {
            findings.add(Finding.blocking("keyloss.future", "noticed"));
        }
        if (!findings.isEmpty() || kind == null) {
            return new Outcome.Refused(findings);
        }
        return new Outcome.Reported(
                keep(
                        actor.government(),
                        actor.person(),
                        actor.account().value(),
                        kind,
                        lost,
                        noticedAt,
                        LossReport.Channel.ACCOUNT,
                        circumstances.strip()));
    }

    /** Reports every certificate of a person who was recognised by an urgent channel. */
    Optional<LossReport> reportAll(
            LocalGovernmentId government, PersonId person, LossReport.Channel channel) {
        List<RegisteredCertificate> all = reportable(government, person);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        keep(government, person, null, LossKind.LOST, all, null, channel, ""));
    }

    private LossReport keep(
            LocalGovernmentId government,
            PersonId person,
            @Nullable UUID account,
            LossKind kind,
            List<RegisteredCertificate> lost,
            @Nullable Instant noticedAt,
            LossReport.Channel channel,
            String circumstances) {
        return transactions.inTenant(
                government,
                () -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    LocalGovernment home = governments.get(government);
                    RegulationProfile profile = regulations.profile(home.regulationId());
                    List<RevocationCaseId> cases =
                            lost.stream()
                                    .map(one ->
                                            revocations
                                                    .block(
                                                            government,
                                                            one,
                                                            kind.block(),
                                                            circumstances,
                                                            noticedAt != null
                                                                            && noticedAt.isAfter(
                                                                                    one.notBefore())
                                                                    ? noticedAt
                                                                    : null,
                                                            account == null ? null : person)
                                                    .id())
                                    .toList();
                    LossReport report =
                            new LossReport(
                                    new LossReportId(UUID.randomUUID()),
                                    letters.nextNumber(
                                                    government,
                                                    LetterKind.KEY_LOSS,
                                                    home.dateAt(now))
                                            .text(),
                                    person,
                                    kind,
                                    noticedAt,
                                    now,
                                    channel,
                                    circumstances,
                                    home.dateAt(now)
                                            .plusDays(
                                                    profile.setting("lostKey.papersDays").number()),
                                    asked(profile, kind),
                                    reissue(government, person, lost.getFirst(), account),
                                    null,
                                    null,
                                    cases);
                    rows.add(report);
                    events.publishEvent(
                            new KeyReported(
                                    government, report.id().value(), person, kind.name(), now));
                    notifications.tell(
                            government,
                            person,
                            "keyloss-reported",
                            Map.of(
                                    "number",
                                    report.number(),
                                    "at",
                                    dates.at(now, home),
                                    "due",
                                    dates.on(report.papersDue())),
                            "/laporan-kunci/" + report.id(),
                            List.of());
                    audit.record(
                            new AuditRecord(
                                    "revocation.report-loss",
                                    account,
                                    "key-loss-report",
                                    report.id().value(),
                                    "BLOCKED_AND_REPORTED",
                                    Map.of(
                                            "kind",
                                            kind.name(),
                                            "channel",
                                            channel.name(),
                                            "certificates",
                                            lost.stream()
                                                    .map(one -> one.id().toString())
                                                    .toList())));
                    return report;
                });
    }

    /** Which papers this kind of report needs, by the settings of the regulation. */
    static Set<LossPaper> asked(RegulationProfile profile, LossKind kind) {
        Set<LossPaper> asked = EnumSet.noneOf(LossPaper.class);
        List<String> documents = profile.setting("lostKey.documents").values();
        boolean light =
                kind == LossKind.INACCESSIBLE
                        && profile.setting("lostKey.forgottenPassphrase")
                                .text()
                                .equals("LIGHT_PAPERS");
        if (documents.contains("STATEMENT")) {
            asked.add(LossPaper.STATEMENT);
            asked.add(LossPaper.ACKNOWLEDGEMENT);
        }
        if (documents.contains("AUTHORITY_REPORT")
                && !light
                && profile.setting("lostKey.authorityReportFor").values().contains(kind.name())) {
            asked.add(LossPaper.AUTHORITY_REPORT);
        }
        return asked;
    }

    /** An officer's certificate has no application here: its owner applies by hand. */
    private @Nullable ApplicationId reissue(
            LocalGovernmentId government,
            PersonId person,
            RegisteredCertificate lost,
            @Nullable UUID account) {
        try {
            return lost.profile() == id.pamong.authority.gateway.ProfileId.RA_OFFICER
                    ? null
                    : reapplication
                            .begin(
                                    government,
                                    person,
                                    issuance.applicationOf(government, lost.id()),
                                    account)
                            .id();
        } catch (Conflict anotherIsOpening) {
            return null;
        }
    }
}
