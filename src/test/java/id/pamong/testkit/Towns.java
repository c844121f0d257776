package id.pamong.testkit;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.AgencyAdmin;
import id.pamong.office.identity.AgencyAdmins;
import id.pamong.office.identity.Auditors;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.means.Claims;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewLocalGovernment;
import id.pamong.office.organization.NewPerson;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import id.pamong.office.organization.Zone;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Local governments with people, accounts and sessions, for tests. All names are made up. */
@Component
public class Towns {
    /** Of every account made here. */
    public static final String PASSWORD = "kuda hijau minum kopi";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);

    private final LocalGovernments governments;
    private final People people;
    private final Regulations regulations;
    private final Accounts accounts;
    private final AgencyAdmins admins;
    private final Auditors auditors;
    private final Claims claims;
    private final SessionRepository<? extends Session> sessions;
    private final Clock clock;

    Towns(
            LocalGovernments governments,
            People people,
            Regulations regulations,
            Accounts accounts,
            AgencyAdmins admins,
            Auditors auditors,
            Claims claims,
            SessionRepository<? extends Session> sessions,
            Clock clock) {
        this.governments = governments;
        this.people = people;
        this.regulations = regulations;
        this.accounts = accounts;
        this.admins = admins;
        this.auditors = auditors;
        this.claims = claims;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A new local government with one agency, under the law that the test runs under. */
    public Town found() {
        return found(Law.running().regulation());
    }

    /** A new local government with one agency, named as its regulation says. */
    public Town found(String regulationId) {
        int number = NUMBER.incrementAndGet();
        RegulationProfile profile = regulations.profile(regulationId);
        GovernmentKind kind = GovernmentKind.valueOf(profile.setting("org.kind").text());
        LocalGovernmentId id =
                governments.create(
                        new NewLocalGovernment(
                                "kota" + number,
                                "Pemerintah Kota Contoh " + number,
                                kind,
                                "Contoh",
                                profile.setting("org.headTitle").text(),
                                profile.setting("org.deputyTitle").text(),
                                profile.setting("org.province").text(),
                                kind == GovernmentKind.PROVINSI ? "35" : "35.77",
                                Zone.WIB,
                                regulationId,
                                List.of("contoh" + number + ".go.id"),
                                "#0b5394",
                                List.of("Jalan Contoh 1")),
                        null);
        AgencyId agency = people.addAgency(id, "DINAS", "Dinas Contoh", "Kepala Dinas", null, null);
        return new Town(governments.get(id), agency);
    }

    /** One local government and ways to fill it. */
    public final class Town {
        private final LocalGovernment government;
        private final AgencyId agency;

        private Town(LocalGovernment government, AgencyId agency) {
            this.government = government;
            this.agency = agency;
        }

        public LocalGovernment government() {
            return government;
        }

        public LocalGovernmentId id() {
            return government.id();
        }

        public AgencyId agency() {
            return agency;
        }

        /** Path below this local government. */
        public String at(String path) {
            return "/" + government.slug() + path;
        }

        /** A person with NIP and official e-mail, without an account. */
        public Citizen person(String name) {
            int number = NUMBER.incrementAndGet();
            String nik = "357701" + "010180" + String.format(Locale.ROOT, "%04d", number);
            String nip =
                    "19800101" + "200501" + "1" + String.format(Locale.ROOT, "%03d", number % 1000);
            String email = "pegawai" + number + "@" + government.mailDomains().getFirst();
            PersonId id =
                    people.enter(
                            government.id(),
                            new NewPerson(
                                    new PersonName("", name, "S.Kom."),
                                    EmploymentClass.PNS,
                                    nik,
                                    nip,
                                    email,
                                    agency,
                                    "Analis",
                                    "Penata (III/c)"),
                            LONG_AGO,
                            null);
            return new Citizen(this, id, nik, nip, email);
        }

        /** A person with an account and these roles. */
        public Citizen withAccount(String name, Role... roles) {
            Citizen citizen = person(name);
            for (Role role : roles) {
                if (role == Role.AGENCY_ADMIN) {
                    admins.name(
                            government.id(),
                            new AgencyAdmin(citizen.id(), agency, LONG_AGO, null),
                            null);
                } else if (role == Role.AUDITOR) {
                    auditors.name(government.id(), citizen.id(), "ST/1/2020", LONG_AGO, null, null);
                } else {
                    accounts.grant(government.id(), citizen.id(), role, null);
                }
            }
            citizen.claim();
            return citizen;
        }
    }

    /** A person of a test's local government. */
    public final class Citizen {
        private final Town town;
        private final PersonId id;
        private final String nik;
        private final String nip;
        private final String email;

        private Citizen(Town town, PersonId id, String nik, String nip, String email) {
            this.town = town;
            this.id = id;
            this.nik = nik;
            this.nip = nip;
            this.email = email;
        }

        public PersonId id() {
            return id;
        }

        public String nik() {
            return nik;
        }

        public String nip() {
            return nip;
        }

        public String email() {
            return email;
        }

        /** Claims the account by a code on paper. */
        public AccountId claim() {
            String code = claims.sheetCode(town.id(), id, null);
            Claims.Outcome outcome =
                    claims.claim(
                            town.id(),
                            nip,
                            nik,
                            code,
                            Optional.of(secret(PASSWORD)),
                            Optional.of(secret(PASSWORD)),
                            "192.0.2." + NUMBER.incrementAndGet() % 250);
            if (outcome instanceof Claims.Outcome.Claimed(AccountId account)) {
                return account;
            }
            throw new AssertionError(outcome);
        }

        public AccountId account() {
            return accounts.accountOf(town.id(), id).orElseThrow();
        }

        /** As who acts in a facade, with the second factor just shown. */
        public Actor actor() {
            return new Actor(
                    town.id(), account(), id, accounts.rolesOf(town.id(), id), clock.instant());
        }

        /** The cookie of a session with the second factor just shown. */
        public Cookie session() {
            return sessionOf(sessions, true);
        }

        /** The cookie of a session without the second factor. */
        public Cookie sessionWithoutFactor() {
            return sessionOf(sessions, false);
        }

        private <S extends Session> Cookie sessionOf(
                SessionRepository<S> repository, boolean factor) {
            S session = repository.createSession();
            session.setAttribute("government", town.id().toString());
            session.setAttribute("account", account().toString());
            session.setAttribute("beganAt", clock.instant().toEpochMilli());
            session.setAttribute(
                    FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                    account().toString());
            if (factor) {
                session.setAttribute("factorAt", clock.instant().toEpochMilli());
            }
            repository.save(session);
            return new Cookie(
                    "sesi",
                    Base64.getEncoder()
                            .encodeToString(session.getId().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A secret as the reader of forms hands it over. */
    public static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }
}
