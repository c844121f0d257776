package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.RaOfficers;
import id.pamong.office.archive.Archive;
import id.pamong.office.database.Keyset;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the registration authority does about revocations (MDN-1.8, 3(1)c, 15(1)): open a case with
 * the minute of its evaluation, decide, hold and release. Nobody decides about an own certificate.
 */
@Component
public class RevocationDesk {

    private final CaseFile file;
    private final CaseRows rows;
    private final CaseNotices notices;
    private final NoticeLetters noticeLetters;
    private final CaseNoticeRows noticeRows;
    private final Archive archive;
    private final Certificates certificates;
    private final RaOfficers officers;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    RevocationDesk(
            CaseFile file,
            CaseRows rows,
            CaseNotices notices,
            NoticeLetters noticeLetters,
            CaseNoticeRows noticeRows,
            Archive archive,
            Certificates certificates,
            RaOfficers officers,
            Permissions permissions,
            TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.notices = notices;
        this.noticeLetters = noticeLetters;
        this.noticeRows = noticeRows;
        this.archive = archive;
        this.certificates = certificates;
        this.officers = officers;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /** The case for one who may see it: its owner, the officers and the head of the RA office. */
    public RevocationCase view(Actor actor, RevocationCaseId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    RevocationCase it = file.find(id);
                    boolean own = it.person().equals(actor.person());
                    if (!permissions.allows(
                            actor,
                            "revocation.view",
                            it.state().name(),
                            Set.of(own ? Scope.OWN : Scope.OTHERS))) {
                        throw new NotFound("revocation.not-found");
                    }
                    return it;
                });
    }

    /** The kept bytes that prove the revocation. */
    public byte[] proof(Actor actor, RevocationCaseId id, ShownProof.Kind kind) {
        view(actor, id);
        return transactions
                .inTenant(actor.government(), () -> rows.proof(id, kind))
                .orElseThrow(() -> new NotFound("revocation.not-found"));
    }

    /** A page of the list; see {@link Keyset}. */
    public List<CaseLine> list(
            LocalGovernmentId government,
            String text,
            @Nullable CaseState state,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () ->
                        rows.list(
                                text.strip(),
                                state,
                                new Keyset("revocation_case", "c", "opened_at", descending),
                                after,
                                limit));
    }

    /** In any of these states, oldest first, without their histories. */
    public List<RevocationCase> in(LocalGovernmentId government, Set<CaseState> states, int most) {
        return transactions.inTenant(government, () -> rows.in(states, most));
    }

    /**
     * By when an officer is to have decided, by the setting {@code revocation.hours}; empty while
     * nothing waits for one.
     */
    public Optional<Instant> decideBy(LocalGovernmentId government, RevocationCase it) {
        return it.state() == CaseState.REQUESTED
                ? Optional.of(
                        it.openedAt()
                                .plus(
                                        Duration.ofHours(
                                                file.profile(government)
                                                        .setting("revocation.hours")
                                                        .number())))
                : Optional.empty();
    }

    /** Which grounds this origin may choose from. */
    public List<Ground> grounds(LocalGovernmentId government, Origin origin) {
        Set<String> known =
                Set.copyOf(file.profile(government).setting("revocation.grounds").values());
        return java.util.Arrays.stream(Ground.values())
                .filter(ground -> ground.isOpenTo(origin) && known.contains(ground.name()))
                .toList();
    }

    /**
     * Opens a case. The owner is told the reason and may object, before anything is blocked; in an
     * emergency, and when the certification authority wants it, it is blocked first.
     *
     * @param origin RA or CA
     * @param serial of the certificate, hexadecimal
     */
    public CaseOutcome open(Actor actor, Origin origin, String serial, Opening opening) {
        if (origin == Origin.OWNER) {
            throw new IllegalArgumentException("an owner opens a case of the own certificate");
        }
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    permissions.require(actor, "revocation.open", "*", Set.of(Scope.OTHERS));
                    List<Finding> findings =
                            new ArrayList<>(officers.objections(government, actor.person()));
                    RegisteredCertificate certificate =
                            certificates.bySerial(government, serial).orElse(null);
                    if (certificate == null) {
                        findings.add(Finding.blocking("revocation.serial-unknown", "serial"));
                        return new CaseOutcome.Refused(findings);
                    }
                    if (certificate.person().equals(actor.person())) {
                        findings.add(Finding.blocking("revocation.own-case", "serial"));
                    }
                    findings.addAll(file.check(government, origin, opening, certificate));
                    if (findings.stream().anyMatch(Finding::isBlocking)) {
                        return new CaseOutcome.Refused(findings);
                    }
                    boolean atOnce = opening.emergency() || origin == Origin.CA;
                    RevocationCase opened =
                            file.open(
                                    government,
                                    origin,
                                    opening,
                                    certificate,
                                    actor.person(),
                                    atOnce ? CaseState.REQUESTED : CaseState.NOTICED);
                    if (atOnce) {
                        file.block(government, opened, BlockKind.REVOCATION);
                    }
                    if (atOnce) {
                        notices.tellOwner(government, opened, "emergency");
                    } else {
                        noticeLetters.give(government, opened);
                    }
                    file.record(
                            "revocation.open",
                            actor,
                            opened,
                            atOnce ? "BLOCKED_AND_OPENED" : "NOTICED",
                            file.facts(opened));
                    return new CaseOutcome.Done(opened);
                });
    }

    /** The letter by which the owner was told, for everyone who may see the case. */
    public Optional<CaseNotice> notice(Actor actor, RevocationCaseId id) {
        view(actor, id);
        return transactions.inTenant(actor.government(), () -> noticeRows.notice(id));
    }

    /** Its PDF. */
    public byte[] noticePdf(Actor actor, RevocationCaseId id) {
        return archive.read(
                actor.government(),
                notice(actor, id).orElseThrow(() -> new NotFound("revocation.not-found")).file());
    }

    /**
     * The latest decision of an officer.
     *
     * @param signature the CMS signature; otherwise the JSON that it signs
     */
    public Optional<byte[]> decision(Actor actor, RevocationCaseId id, boolean signature) {
        view(actor, id);
        return transactions.inTenant(
                actor.government(),
                () ->
                        rows.decision(id, signature)
                                .map(kept -> archive.read(actor.government(), kept)));
    }
}
