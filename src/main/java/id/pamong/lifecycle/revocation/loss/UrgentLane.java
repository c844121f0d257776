package id.pamong.lifecycle.revocation.loss;

import id.pamong.lifecycle.subscriber.IdentityNumbers;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.Seals;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Blocks the certificates of whoever lost the way in, at any hour and without signing in: by a
 * one-time link to the proved official e-mail, or by the emergency code on paper. Whoever asks
 * learns nothing about who exists; a person gets three links an hour at most; a code has 80 bits.
 * What is blocked so is unblocked only after identification face to face.
 */
@Component
public class UrgentLane {
    static final Duration LINK_LASTS = Duration.ofMinutes(30);
    static final int LINKS_AN_HOUR = 3;
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 16;

    private final UrgentRows rows;
    private final KeyLoss loss;
    private final People people;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final PublicAddress address;
    private final Seals seals;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    UrgentLane(
            UrgentRows rows,
            KeyLoss loss,
            People people,
            LocalGovernments governments,
            Notifications notifications,
            PublicAddress address,
            Seals seals,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.loss = loss;
        this.people = people;
        this.governments = governments;
        this.notifications = notifications;
        this.address = address;
        this.seals = seals;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of a link or code. */
    public sealed interface Outcome {
        /** Everything of its owner is blocked; the number of the report. */
        record Blocked(String number) implements Outcome {}

        /** Its owner has nothing that could be blocked. */
        record NothingToBlock() implements Outcome {}

        /** Not a link or code, or no longer one. */
        record Unknown() implements Outcome {}
    }

    /**
     * Mails a link, if the address is someone's proved official e-mail and it did not have too
     * many. Nothing tells the caller whether it was sent.
     */
    public void sendLink(LocalGovernmentId government, String typed) {
        transactions.inTenant(
                government,
                () -> {
                    Instant now = now();
                    Optional<Person> owner =
                            IdentityNumbers.canonicalEmail(typed)
                                    .flatMap(mail -> people.byOfficialEmail(government, mail))
                                    .filter(Person::hasConfirmedEmail);
                    boolean sent = false;
                    if (owner.isPresent()
                            && rows.linksSince(owner.get().id(), now.minus(Duration.ofHours(1)))
                                    < LINKS_AN_HOUR) {
                        byte[] bits = new byte[24];
                        random.nextBytes(bits);
                        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
                        rows.addLink(
                                hash(government, "urgent-link", token),
                                owner.get().id(),
                                now,
                                now.plus(LINK_LASTS));
                        notifications.mail(
                                government,
                                java.util.Objects.requireNonNull(owner.get().officialEmail()),
                                "keyloss-link",
                                Map.of(
                                        "minutes",
                                        String.valueOf(LINK_LASTS.toMinutes()),
                                        Notifications.LINK,
                                        address.web()
                                                + "/"
                                                + governments.get(government).slug()
                                                + "/kunci-hilang/tautan/"
                                                + token));
                        sent = true;
                    }
                    audit.record(
                            new AuditRecord(
                                    "revocation.ask-urgent-link",
                                    null,
                                    "local-government",
                                    government.value(),
                                    sent ? "SENT" : "NOT_SENT",
                                    Map.of()));
                });
    }

    /** Whether the link still opens something; looking at it uses nothing up. */
    public boolean isOpen(LocalGovernmentId government, String token) {
        return transactions.inTenant(
                government,
                () -> rows.link(hash(government, "urgent-link", token), now()).isPresent());
    }

    /** Blocks everything of the one the link was mailed to. */
    public Outcome blockByLink(LocalGovernmentId government, String token) {
        return transactions.inTenant(
                government,
                () ->
                        rows.useLink(hash(government, "urgent-link", token), now())
                                .map(owner ->
                                        block(government, owner, LossReport.Channel.MAIL_LINK))
                                .orElseGet(() -> unknown(government)));
    }

    /** Blocks everything of the one who holds the code. */
    public Outcome blockByCode(LocalGovernmentId government, String typed) {
        return transactions.inTenant(
                government,
                () ->
                        rows.useCode(hash(government, "emergency-code", normal(typed)), now())
                                .map(owner ->
                                        block(government, owner, LossReport.Channel.EMERGENCY_CODE))
                                .orElseGet(() -> unknown(government)));
    }

    private Outcome block(
            LocalGovernmentId government, PersonId owner, LossReport.Channel channel) {
        return loss.reportAll(government, owner, channel)
                .<Outcome>map(report -> new Outcome.Blocked(report.number()))
                .orElseGet(Outcome.NothingToBlock::new);
    }

    private Outcome unknown(LocalGovernmentId government) {
        audit.record(
                new AuditRecord(
                        "revocation.block-urgently",
                        null,
                        "local-government",
                        government.value(),
                        "UNKNOWN",
                        Map.of()));
        return new Outcome.Unknown();
    }

    /** When the owner's code was made, if there is one that was not used. */
    public Optional<Instant> codeMadeAt(Actor actor) {
        return transactions.inTenant(actor.government(), () -> rows.codeMadeAt(actor.person()));
    }

    /** Makes a new code to print or write down; it is shown this once and the old one ends. */
    public String newCode(Actor actor) {
        permissions.require(actor, "revocation.make-emergency-code", "*", Set.of(Scope.OWN));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        transactions.inTenant(
                actor.government(),
                () -> {
                    rows.putCode(
                            actor.person(),
                            hash(actor.government(), "emergency-code", normal(code.toString())),
                            now());
                    audit.record(
                            new AuditRecord(
                                    "revocation.make-emergency-code",
                                    actor.account().value(),
                                    "person",
                                    actor.person().value(),
                                    "MADE",
                                    Map.of()));
                });
        return code.toString();
    }

    private static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    private byte[] hash(LocalGovernmentId government, String kind, String token) {
        return seals.blindIndex(
                government, kind, token.substring(0, Math.min(200, token.length())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
