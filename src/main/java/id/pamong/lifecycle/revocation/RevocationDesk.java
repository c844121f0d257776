package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.RaOfficers;
import id.pamong.office.database.Keyset;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final int SHORTEST_NOTE = 10;

    private final CaseFile file;
    private final CaseRows rows;
    private final CaseNotices notices;
    private final AuthorityRoad road;
    private final Certificates certificates;
    private final RaOfficers officers;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    RevocationDesk(
            CaseFile file,
            CaseRows rows,
            CaseNotices notices,
            AuthorityRoad road,
            Certificates certificates,
            RaOfficers officers,
            Permissions permissions,
            TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.notices = notices;
        this.road = road;
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
                    notices.tellOwner(government, opened, atOnce ? "emergency" : "notice");
                    file.record(
                            "revocation.open",
                            actor,
                            opened,
                            atOnce ? "BLOCKED_AND_OPENED" : "NOTICED",
                            file.facts(opened));
                    return new CaseOutcome.Done(opened);
                });
    }

    /**
     * Decides to revoke: blocked here with this decision, then revoked at the authority.
     *
     * @param note what the decision rests on
     */
    public CaseOutcome approve(Actor actor, RevocationCaseId id, int version, String note) {
        CaseOutcome outcome = decide(actor, id, version, CaseStep.APPROVE, note, true, "APPROVED");
        if (outcome instanceof CaseOutcome.Done) {
            road.drive(actor.government(), id);
            return new CaseOutcome.Done(view(actor, id));
        }
        return outcome;
    }

    /** Holds the certificate, here and where the authority can. */
    public CaseOutcome hold(Actor actor, RevocationCaseId id, int version, String note) {
        CaseOutcome outcome = decide(actor, id, version, CaseStep.HOLD, note, true, "HELD");
        if (outcome instanceof CaseOutcome.Done) {
            road.drive(actor.government(), id);
            return new CaseOutcome.Done(view(actor, id));
        }
        return outcome;
    }

    /**
     * Lifts a hold.
     *
     * @param identified whether the owner was identified face to face
     */
    public CaseOutcome release(
            Actor actor, RevocationCaseId id, int version, String note, boolean identified) {
        return lift(actor, id, version, CaseStep.RELEASE, note, identified, "RELEASED");
    }

    /**
     * Decides not to revoke; the block is lifted.
     *
     * @param identified whether the owner was identified face to face
     */
    public CaseOutcome dismiss(
            Actor actor, RevocationCaseId id, int version, String note, boolean identified) {
        return lift(actor, id, version, CaseStep.DISMISS, note, identified, "DISMISSED");
    }

    private CaseOutcome lift(
            Actor actor,
            RevocationCaseId id,
            int version,
            CaseStep step,
            String note,
            boolean identified,
            String result) {
        RevocationCase before = view(actor, id);
        if (needsIdentification(actor.government(), before) && !identified) {
            return new CaseOutcome.Refused(
                    List.of(Finding.blocking("revocation.not-identified", "identified")));
        }
        boolean held = AuthorityRoad.HELD.equals(before.authorityAnswer());
        CaseOutcome outcome = decide(actor, id, version, step, note, held, result);
        if (outcome instanceof CaseOutcome.Done && held) {
            road.drive(actor.government(), id);
        }
        return outcome;
    }

    /**
     * Whoever asked for the block, or spoke in the owner's name, might not be the owner: only the
     * office's own blocks are lifted without the owner standing there.
     */
    private boolean needsIdentification(LocalGovernmentId government, RevocationCase it) {
        return it.origin() == Origin.OWNER
                && certificates
                        .byId(government, it.certificate())
                        .map(RegisteredCertificate::state)
                        .filter(CertificateState.Blocked.class::isInstance)
                        .isPresent();
    }

    /** The certificate was revoked in the authority's own portal. */
    public CaseOutcome doneByHand(Actor actor, RevocationCaseId id, int version, String note) {
        CaseOutcome outcome =
                decide(actor, id, version, CaseStep.CA_DONE, note, true, "DONE_BY_HAND");
        if (outcome instanceof CaseOutcome.Done(RevocationCase done)) {
            transactions.inTenant(
                    actor.government(),
                    () ->
                            certificates.revoked(
                                    actor.government(),
                                    done.certificate(),
                                    done.ground().reason(),
                                    file.now()));
            road.drive(actor.government(), id);
            return new CaseOutcome.Done(view(actor, id));
        }
        return outcome;
    }

    private CaseOutcome decide(
            Actor actor,
            RevocationCaseId id,
            int version,
            CaseStep step,
            String note,
            boolean asksAuthority,
            String result) {
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    RevocationCase it = file.hold(id);
                    if (it.version() != version) {
                        throw new Conflict("stale");
                    }
                    if (CaseTransitions.after(it.state(), step).isEmpty()) {
                        throw new Conflict("revocation.state");
                    }
                    boolean own = it.person().equals(actor.person());
                    permissions.require(
                            actor, "revocation.decide", it.state(), own ? Scope.OWN : Scope.OTHERS);
                    List<Finding> findings =
                            new ArrayList<>(officers.objections(government, actor.person()));
                    if (note.strip().length() < SHORTEST_NOTE || note.length() > Opening.LONGEST) {
                        findings.add(
                                Finding.blocking(
                                        "revocation.note", "note", SHORTEST_NOTE, Opening.LONGEST));
                    }
                    if (step == CaseStep.APPROVE
                            && it.state() == CaseState.NOTICED
                            && it.objectUntil() != null
                            && !file.today(government).isAfter(it.objectUntil())) {
                        findings.add(Finding.blocking("revocation.may-still-object", null));
                    }
                    if (findings.stream().anyMatch(Finding::isBlocking)) {
                        Map<String, Object> facts = new HashMap<>(file.facts(it));
                        facts.put("findings", findings.stream().map(Finding::code).toList());
                        file.record("revocation.decide", actor, it, "REFUSED", facts);
                        return new CaseOutcome.Refused(findings);
                    }
                    RevocationCase after = file.move(it, step, actor.person(), note, asksAuthority);
                    switch (step) {
                        case APPROVE -> file.block(government, after, BlockKind.REVOCATION);
                        case HOLD -> file.block(government, after, BlockKind.SUSPENDED);
                        case RELEASE, DISMISS ->
                                certificates.unblock(government, after.certificate());
                        case CA_DONE -> {}
                        case OPEN,
                                NOTIFY,
                                AGREE,
                                OBJECT,
                                UPHOLD,
                                OVERRULE,
                                CA_BY_HAND,
                                CA_OVER,
                                SHOWN ->
                                throw new IllegalArgumentException("no officer's step: " + step);
                    }
                    notices.tellOwner(government, after, result.toLowerCase(java.util.Locale.ROOT));
                    file.record("revocation.decide", actor, after, result, file.facts(after));
                    return new CaseOutcome.Done(after);
                });
    }
}
