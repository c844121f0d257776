package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Actor;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every command on a case does, inside the transaction of the caller. */
@Component
class CaseFile {
    private final CaseRows rows;
    private final Certificates certificates;
    private final Letters letters;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final AuditTrail audit;
    private final Clock clock;

    CaseFile(
            CaseRows rows,
            Certificates certificates,
            Letters letters,
            LocalGovernments governments,
            Regulations regulations,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.certificates = certificates;
        this.letters = letters;
        this.governments = governments;
        this.regulations = regulations;
        this.audit = audit;
        this.clock = clock;
    }

    RevocationCase find(RevocationCaseId id) {
        return rows.find(id).orElseThrow(() -> new NotFound("revocation.not-found"));
    }

    RevocationCase hold(RevocationCaseId id) {
        return rows.hold(id).orElseThrow(() -> new NotFound("revocation.not-found"));
    }

    List<Finding> check(
            LocalGovernmentId government,
            Origin origin,
            Opening opening,
            RegisteredCertificate certificate) {
        return OpeningRules.check(
                origin,
                opening,
                certificate,
                Set.copyOf(profile(government).setting("revocation.grounds").values()),
                clock.instant());
    }

    /**
     * Opens a case with findings checked before.
     *
     * @throws Conflict {@code revocation.open-already} when the certificate has one
     */
    RevocationCase open(
            LocalGovernmentId government,
            Origin origin,
            Opening opening,
            RegisteredCertificate certificate,
            @Nullable PersonId by,
            CaseState state) {
        Instant now = now();
        LocalGovernment home = governments.get(government);
        LocalDate until =
                state == CaseState.NOTICED
                        ? home.dateAt(now)
                                .plusDays(profile(government).setting("objection.days").number())
                        : null;
        RevocationCase opened =
                new RevocationCase(
                        new RevocationCaseId(UUID.randomUUID()),
                        letters.nextNumber(government, LetterKind.REVOCATION, home.dateAt(now))
                                .text(),
                        certificate.id(),
                        certificate.person(),
                        origin,
                        java.util.Objects.requireNonNull(opening.ground()),
                        opening.emergency(),
                        opening.explanation().strip(),
                        opening.invalidSince() == null
                                ? null
                                : opening.invalidSince().truncatedTo(ChronoUnit.SECONDS),
                        state,
                        0,
                        now,
                        by,
                        until,
                        null,
                        List.of(),
                        List.of());
        if (!rows.open(opened, state == CaseState.HELD ? now : null)) {
            throw new Conflict("revocation.open-already");
        }
        CaseStep step =
                switch (state) {
                    case NOTICED -> CaseStep.NOTIFY;
                    case HELD -> CaseStep.HOLD;
                    case REQUESTED -> CaseStep.OPEN;
                    case OBJECTED,
                            ORDERED,
                            BY_HAND,
                            REVOKED,
                            CONFIRMED,
                            RELEASED,
                            DISMISSED,
                            LAPSED ->
                            throw new IllegalArgumentException("no case begins " + state);
                };
        rows.note(opened.id(), new CaseEntry(now, step, state, by, opened.explanation()));
        return find(opened.id());
    }

    /**
     * Takes a step of the table.
     *
     * @throws Conflict {@code revocation.state} when the table does not allow it, {@code stale}
     *     when it was changed meanwhile
     */
    RevocationCase move(
            RevocationCase from,
            CaseStep step,
            @Nullable PersonId by,
            String note,
            boolean asksAuthority) {
        CaseState to =
                CaseTransitions.after(from.state(), step)
                        .orElseThrow(() -> new Conflict("revocation.state"));
        Instant now = now();
        if (!rows.move(from, to, asksAuthority ? now : null, now)) {
            throw new Conflict("stale");
        }
        rows.note(from.id(), new CaseEntry(now, step, to, by, note.strip()));
        return find(from.id());
    }

    /** Blocks here; what is revoked already needs no block. */
    void block(LocalGovernmentId government, RevocationCase it, BlockKind kind) {
        certificates.block(government, it.certificate(), kind);
    }

    void record(
            String command,
            @Nullable Actor actor,
            RevocationCase it,
            String outcome,
            Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        command,
                        actor == null ? null : actor.account().value(),
                        "revocation",
                        it.id().value(),
                        outcome,
                        facts));
    }

    Map<String, Object> facts(RevocationCase it) {
        return Map.of(
                "certificate",
                it.certificate().toString(),
                "origin",
                it.origin().name(),
                "ground",
                it.ground().name(),
                "reason",
                it.ground().reason().name(),
                "emergency",
                it.emergency());
    }

    RegulationProfile profile(LocalGovernmentId government) {
        return regulations.profile(governments.get(government).regulationId());
    }

    LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
