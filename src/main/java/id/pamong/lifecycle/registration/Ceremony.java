package id.pamong.lifecycle.registration;

import id.pamong.authority.builtin.AuthorityCertificate;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.RootFile;
import id.pamong.authority.builtin.RootOpening;
import id.pamong.authority.custody.PassphraseOwner;
import id.pamong.authority.custody.PassphraseRule;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.notification.MailRelay;
import id.pamong.office.notification.MailRelays;
import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonNumberCheck;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The steps of the first run, for the one who holds the one-time link of the console. Every step is
 * one transaction with its record; a step taken twice, or from a stale page, is a Conflict; what is
 * wrong with an entry comes back as findings and changes nothing.
 */
@Component
public class Ceremony {
    /** The command in the table of permissions. */
    public static final String COMMAND = "registration.first-run";

    private final CeremonyRows rows;
    private final CeremonyOffice office;
    private final LocalGovernments governments;
    private final LegalAnswers answers;
    private final People people;
    private final Accounts accounts;
    private final Regulations regulations;
    private final PersonNumberCheck numbers;
    private final BuiltinAuthority authority;
    private final PassphraseRule passphrases;
    private final PublicAddress address;
    private final MailRelays relays;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Ceremony(
            CeremonyRows rows,
            CeremonyOffice office,
            LocalGovernments governments,
            LegalAnswers answers,
            People people,
            Accounts accounts,
            Regulations regulations,
            PersonNumberCheck numbers,
            BuiltinAuthority authority,
            PassphraseRule passphrases,
            PublicAddress address,
            MailRelays relays,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.office = office;
        this.governments = governments;
        this.answers = answers;
        this.people = people;
        this.accounts = accounts;
        this.regulations = regulations;
        this.numbers = numbers;
        this.authority = authority;
        this.passphrases = passphrases;
        this.address = address;
        this.relays = relays;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first run behind the token of the link; NotFound when it leads nowhere any more. */
    public CeremonyView of(String token) {
        return transactions.withoutTenant(() -> held(token));
    }

    /** Its local government; empty before the first step. */
    public Optional<LocalGovernment> governmentOf(CeremonyView ceremony) {
        return governments.byId(ceremony.government());
    }

    /** Those entered by hand, the head first; empty before. */
    public List<CeremonyMember> members(CeremonyView ceremony) {
        return transactions.inTenant(ceremony.government(), rows::members);
    }

    /** The local government, the address, the open question of law. */
    public List<Finding> enterGovernment(String token, GovernmentEntry entry) {
        return step(
                token,
                CeremonyStep.GOVERNMENT,
                ceremony -> {
                    List<Finding> findings = new ArrayList<>(governments.check(entry.government()));
                    if (!isFurther()) {
                        findings.addAll(CeremonyRules.checkAddress(entry.address()));
                    }
                    if (!regulations.ids().contains(entry.government().regulationId())) {
                        findings.add(Finding.blocking("first-run.regulation", "regulationId"));
                        return findings;
                    }
                    RegulationProfile profile =
                            regulations.profile(entry.government().regulationId());
                    findings.addAll(CeremonyRules.checkAnswer(entry, profile));
                    if (!findings.isEmpty()) {
                        return findings;
                    }
                    governments.create(ceremony.government(), entry.government(), null);
                    CeremonyRules.answer(entry, profile)
                            .ifPresent(answer ->
                                    answers.give(
                                            ceremony.government(),
                                            answer,
                                            profile.hash(),
                                            null,
                                            null));
                    if (!isFurther()) {
                        CeremonyRules.address(entry.address()).ifPresent(address::declare);
                    }
                    done(ceremony, "government", entry.government().name());
                    return List.of();
                });
    }

    /** TRIAL, or INTERNAL by a reasoned and dated decision; nothing here makes it recognised. */
    public List<Finding> decideStanding(String token, StandingEntry entry) {
        return step(
                token,
                CeremonyStep.STANDING,
                ceremony -> {
                    List<Finding> findings = CeremonyRules.check(entry, today(ceremony));
                    if (findings.isEmpty()) {
                        rows.decideStanding(ceremony.id(), entry);
                        done(
                                ceremony,
                                entry.standing() == Standing.INTERNAL ? "internal" : "trial",
                                entry.number());
                    }
                    return findings;
                });
    }

    /**
     * Whether the installation has its root already: the root's file comes back to sign for this
     * local government, and the public address stays.
     */
    public boolean isFurther() {
        return authority.root().isPresent() && authority.exportRoot().isEmpty();
    }

    /** Makes the root key; it leaves as a file encrypted under this passphrase. */
    public List<Finding> makeRoot(String token, SecretBytes passphrase, SecretBytes repeated) {
        return step(
                token,
                CeremonyStep.ROOT_KEY,
                ceremony -> {
                    List<Finding> findings =
                            passphrases.check(passphrase, repeated, PassphraseOwner.unknown());
                    if (findings.stream().anyMatch(Finding::isBlocking)) {
                        return findings;
                    }
                    RootFile file =
                            authority.createRoot(
                                    governments.get(ceremony.government()).name(),
                                    address.pki(),
                                    passphrase);
                    rows.keepRoot(ceremony.id(), file.rootSha256());
                    done(ceremony, "root", file.rootSha256());
                    return List.of();
                });
    }

    /** The root's file, until it was confirmed and erased here. */
    public RootFile rootFile(String token) {
        of(token);
        return authority.exportRoot().orElseThrow(() -> new NotFound("first-run.root-offline"));
    }

    /**
     * The file comes back with its passphrase, which proves that the copy opens: the issuing key is
     * made, the standing put on it, the root's key erased here.
     */
    public List<Finding> confirmRoot(String token, byte[] file, SecretBytes passphrase) {
        return step(
                token,
                CeremonyStep.ROOT_FILE,
                ceremony -> {
                    LocalGovernment government = governments.get(ceremony.government());
                    RootOpening opening =
                            authority.createIssuing(
                                    government.id(),
                                    government.slug(),
                                    government.name(),
                                    file,
                                    passphrase);
                    return switch (opening) {
                        case RootOpening.WrongPassphrase() ->
                                List.of(
                                        Finding.blocking(
                                                "first-run.root-passphrase", "passphrase"));
                        case RootOpening.NoRootFile() ->
                                List.of(Finding.blocking("first-run.no-root-file", "rootFile"));
                        case RootOpening.OtherRoot() ->
                                List.of(Finding.blocking("first-run.other-root", "rootFile"));
                        case RootOpening.Done(AuthorityCertificate certificate) -> {
                            decideInternal(ceremony);
                            authority.takeRootOffline();
                            rows.keepIssuing(ceremony.id(), certificate.sha256());
                            done(ceremony, "issuing", certificate.sha256());
                            yield List.of();
                        }
                    };
                });
    }

    private void decideInternal(CeremonyView ceremony) {
        LocalDate on = ceremony.standingOn();
        if (ceremony.standing() == Standing.INTERNAL && on != null) {
            authority.decideInternal(
                    ceremony.government(),
                    ceremony.standingNumber() + ": " + ceremony.standingReason(),
                    on);
        }
    }

    /** The RA office, its three people, appointment and agreement. */
    public List<Finding> enterOffice(String token, OfficeEntry entry) {
        return step(
                token,
                CeremonyStep.OFFICE,
                ceremony -> {
                    LocalGovernment government = governments.get(ceremony.government());
                    List<Finding> findings =
                            CeremonyRules.check(
                                    entry,
                                    government,
                                    regulations.profile(government.regulationId()),
                                    numbers,
                                    today(ceremony));
                    if (findings.stream().anyMatch(Finding::isBlocking)) {
                        return findings;
                    }
                    office.enter(ceremony, entry, today(ceremony));
                    done(ceremony, "office", entry.agencyName());
                    return List.of();
                });
    }

    /** Sets the mail relay. */
    public List<Finding> setRelay(String token, MailRelay relay, @Nullable SecretBytes password) {
        return step(
                token,
                CeremonyStep.MAIL,
                ceremony -> {
                    List<Finding> findings = relays.check(relay, password != null);
                    if (findings.isEmpty()) {
                        relays.set(ceremony.government(), relay, password, null);
                        done(ceremony, "relay", relay.host());
                    }
                    return findings;
                });
    }

    /** Without a relay: codes go on printed sheets and mail waits in the visible outbox. */
    public void useSheets(String token) {
        step(
                token,
                CeremonyStep.MAIL,
                ceremony -> {
                    done(ceremony, "sheets", "");
                    return List.of();
                });
    }

    /** Closes the minutes; from now on the officers act in their own sessions. */
    public void closeMinutes(String token) {
        step(
                token,
                CeremonyStep.MINUTES,
                ceremony -> {
                    done(ceremony, "minutes", "");
                    rows.keepMinutes(ceremony.id(), office.minutes(held(token), clock.instant()));
                    return List.of();
                });
    }

    /** New codes for those of the three who have not claimed their account; older codes end. */
    public List<ClaimCode> claimCodes(String token) {
        CeremonyView ceremony = of(token);
        if (ceremony.step() != CeremonyStep.OFFICERS) {
            throw new Conflict("stale");
        }
        return transactions.inTenant(
                ceremony.government(),
                () -> {
                    List<ClaimCode> codes = new ArrayList<>();
                    for (CeremonyMember member : rows.members()) {
                        if (accounts.accountOf(ceremony.government(), member.person()).isEmpty()) {
                            codes.add(
                                    new ClaimCode(
                                            people.get(ceremony.government(), member.person()),
                                            member.post(),
                                            accounts.claimCode(
                                                    ceremony.government(), member.person(), null)));
                        }
                    }
                    record(ceremony, "CODES");
                    return codes;
                });
    }

    /** The minutes as PDF. */
    public byte[] minutes(String token) {
        CeremonyView ceremony = of(token);
        return office.readMinutes(ceremony).orElseThrow(() -> new NotFound("first-run.no-minutes"));
    }

    /** Takes one step in one transaction; findings leave everything as it was. */
    private List<Finding> step(
            String token, CeremonyStep expected, Function<CeremonyView, List<Finding>> work) {
        CeremonyView seen = of(token);
        return transactions.inTenant(
                seen.government(),
                () -> {
                    CeremonyView ceremony = held(token);
                    if (ceremony.step() != expected) {
                        throw new Conflict("stale");
                    }
                    return work.apply(ceremony);
                });
    }

    private CeremonyView held(String token) {
        return rows.byToken(FirstRunToken.hash(token))
                .orElseThrow(() -> new NotFound("first-run.link"));
    }

    private void done(CeremonyView ceremony, String what, String detail) {
        rows.record(ceremony.id(), what, detail, clock.instant());
        CeremonyStep next = ceremony.step().next();
        if (next == CeremonyStep.ROOT_KEY && isFurther()) {
            authority.root().ifPresent(root -> rows.keepRoot(ceremony.id(), root.sha256()));
            next = next.next();
        }
        rows.stepTo(ceremony.id(), next);
        record(ceremony, ceremony.step().name());
    }

    private void record(CeremonyView ceremony, String outcome) {
        audit.record(
                new AuditRecord(
                        COMMAND, null, "ceremony", ceremony.id().value(), outcome, Map.of()));
    }

    private LocalDate today(CeremonyView ceremony) {
        return governments.get(ceremony.government()).dateAt(clock.instant());
    }
}
