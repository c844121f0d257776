package id.pamong.authority.gateway;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Setting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The choice of authorities (MDN-5(2)-(4), CJR-6(2)-(4)): only those that the regulation allows,
 * from a day on, with a reason and another person's approval where the regulation names another.
 */
@Component
public class AuthorityChoices {
    private static final String CHOOSE = "authority.choose";
    private static final String DECIDE = "authority.decide-choice";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;
    private static final int MOST = 200;

    private final ServingAuthorities serving;
    private final AuthorityChoiceRows rows;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final Permissions permissions;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    AuthorityChoices(
            ServingAuthorities serving,
            AuthorityChoiceRows rows,
            Regulations regulations,
            LocalGovernments governments,
            Permissions permissions,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.serving = serving;
        this.rows = rows;
        this.regulations = regulations;
        this.governments = governments;
        this.permissions = permissions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is typed.
     *
     * @param way code of a way; it says which authority it leads to
     * @param from null if it cannot be read
     */
    public record Typed(
            String way, @Nullable ProfileId profile, @Nullable LocalDate from, String reason) {}

    /** What became of an entry. */
    public sealed interface Outcome {
        /** It stands, approved or waiting for the head. */
        record Entered(AuthorityChoice choice) implements Outcome {}

        /** Everything wrong with it at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Who serves one product today; without a choice the installation's own authority. */
    public record Serving(ProfileId profile, CertificationAuthority authority, boolean offered) {}

    /** Every product that people apply for and who serves it. */
    public List<Serving> serving(LocalGovernmentId government) {
        return orderable().stream()
                .map(profile -> {
                    CertificationAuthority way = serving.of(government, profile);
                    return new Serving(profile, way, way.products().contains(profile));
                })
                .toList();
    }

    /** The products for which an authority can be chosen. */
    public List<ProfileId> orderable() {
        Set<ProfileId> own = serving.own().products();
        return Arrays.stream(ProfileId.values())
                .filter(profile -> profile != ProfileId.HTTPS_SERVER && own.contains(profile))
                .toList();
    }

    /** The ways of this installation that take orders. */
    public List<CertificationAuthority> ways() {
        return serving.all();
    }

    /** The authority that the regulation names. */
    public String named(LocalGovernment government) {
        return profile(government).setting("ca.default").text();
    }

    /** What was chosen and proposed, the latest first. */
    public List<AuthorityChoice> all(LocalGovernmentId government) {
        return transactions.inTenant(government, () -> rows.all(MOST));
    }

    /** Chooses or proposes an authority. */
    public Outcome choose(Actor actor, Typed typed) {
        permissions.require(actor, CHOOSE);
        LocalGovernment government = governments.get(actor.government());
        RegulationProfile profile = profile(government);
        Instant now = clock.instant();
        Optional<CertificationAuthority> way = serving.find(typed.way());
        boolean needsApproval =
                way.map(CertificationAuthority::authority)
                                .filter(profile.setting("ca.default").text()::equals)
                                .isEmpty()
                        && profile.setting("ca.otherNeedsApproval").flag();
        List<Finding> findings = check(profile, government.dateAt(now), typed, way, needsApproval);
        if (!findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        boolean approved = !needsApproval && actor.is(Role.RA_HEAD);
        AuthorityChoice choice =
                new AuthorityChoice(
                        UUID.randomUUID(),
                        way.orElseThrow().authority(),
                        typed.way(),
                        typed.profile(),
                        Objects.requireNonNull(typed.from()),
                        typed.reason().strip(),
                        approved ? AuthorityChoice.State.APPROVED : AuthorityChoice.State.PROPOSED,
                        now,
                        actor.account(),
                        approved ? now : null,
                        "");
        return transactions.inTenant(
                actor.government(),
                () -> {
                    if (!rows.add(choice, approved ? actor.account() : null)) {
                        return new Outcome.Refused(
                                List.of(Finding.blocking("choice.open", "profile")));
                    }
                    record(actor, CHOOSE, choice, choice.state());
                    return new Outcome.Entered(choice);
                });
    }

    /**
     * The head approves or declines what another proposed; a decline says why.
     *
     * @return everything wrong with it; empty when it is decided
     */
    public List<Finding> decide(Actor actor, UUID id, boolean approve, String note) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    AuthorityChoice choice =
                            rows.hold(id).orElseThrow(() -> new NotFound("choice.not-found"));
                    permissions.require(
                            actor,
                            DECIDE,
                            choice.state(),
                            choice.proposedBy().equals(actor.account()) ? Scope.OWN : Scope.OTHERS);
                    if (choice.state() != AuthorityChoice.State.PROPOSED) {
                        throw new Conflict("choice.decided");
                    }
                    if (!isReason(note) && !approve) {
                        return List.of(Finding.blocking("choice.note", "note", SHORTEST_REASON));
                    }
                    AuthorityChoice.State state =
                            approve
                                    ? AuthorityChoice.State.APPROVED
                                    : AuthorityChoice.State.DECLINED;
                    rows.decide(id, state, actor.account(), note.strip(), clock.instant());
                    record(actor, DECIDE, choice, state);
                    return List.of();
                });
    }

    private List<Finding> check(
            RegulationProfile profile,
            LocalDate today,
            Typed typed,
            Optional<CertificationAuthority> way,
            boolean needsReason) {
        List<Finding> findings = new ArrayList<>();
        Setting allowed = profile.setting("ca.allowed");
        if (way.isEmpty()) {
            findings.add(Finding.blocking("choice.unknown", "way"));
        } else if (!allowed.values().contains(way.get().authority())) {
            findings.add(Finding.blocking("choice.not-allowed", "way").citing(allowed.citations()));
        } else if (typed.profile() != null && !way.get().products().contains(typed.profile())) {
            findings.add(Finding.blocking("choice.no-product", "profile"));
        }
        if (typed.from() == null || typed.from().isBefore(today)) {
            findings.add(Finding.blocking("choice.from", "from"));
        }
        if (needsReason && !isReason(typed.reason())) {
            findings.add(
                    Finding.blocking("choice.reason", "reason", SHORTEST_REASON)
                            .citing(profile.setting("ca.otherNeedsApproval").citations()));
        }
        if (typed.reason().length() > LONGEST_REASON) {
            findings.add(Finding.blocking("choice.reason-long", "reason", LONGEST_REASON));
        }
        return findings;
    }

    private static boolean isReason(String text) {
        return text.strip().length() >= SHORTEST_REASON;
    }

    private RegulationProfile profile(LocalGovernment government) {
        return regulations.profile(government.regulationId(), government.dateAt(clock.instant()));
    }

    private void record(
            Actor actor, String command, AuthorityChoice choice, AuthorityChoice.State outcome) {
        audit.record(
                new AuditRecord(
                        command,
                        actor.account().value(),
                        "authority-choice",
                        choice.id(),
                        outcome.name(),
                        Map.of(
                                "authority",
                                choice.authority(),
                                "way",
                                choice.way(),
                                "profile",
                                choice.profile() == null ? "ALL" : choice.profile().name(),
                                "from",
                                choice.from().toString())));
    }
}
