package id.pamong.lifecycle.registration;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.AgencyAdmin;
import id.pamong.office.identity.AgencyAdmins;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewPerson;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.Town;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * A registration authority at work for journeys: two officers with certificates, an issuing
 * authority, and the people of a {@link Town}, whoever is wanted with an account. Its pages are
 * entered with {@link #session}, without the pages of sign-in that other journeys walk.
 */
public final class ServingOffice {
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 5);
    private static final List<String> FIRST =
            List.of(
                    "Ani", "Bagus", "Citra", "Dedi", "Endang", "Fitri", "Galih", "Hesti", "Irfan",
                    "Juli", "Kartini", "Lukman", "Mega", "Nanda", "Oki", "Putri", "Retno", "Sigit",
                    "Tri", "Wahyu");
    private static final List<String> LAST =
            List.of(
                    "Lestari",
                    "Santoso",
                    "Wibowo",
                    "Kurniawan",
                    "Handayani",
                    "Nugroho",
                    "Rahayu",
                    "Setiawan",
                    "Purnomo",
                    "Utami",
                    "Hidayat",
                    "Saputra",
                    "Anggraini",
                    "Prasetya",
                    "Susanti");

    private final BeanFactory beans;
    private final Office office;
    private final MutableClock clock;

    public ServingOffice(BeanFactory beans, String regulationId) {
        this.beans = beans;
        this.clock = beans.getBean(MutableClock.class);
        clock.reset();
        this.office = new Office(beans, regulationId);
        TestAuthority.serve(
                beans.getBean(BuiltinAuthority.class),
                clock,
                town().government,
                government().slug());
        for (PersonId officer : List.of(office.rina, office.joko)) {
            settle(officer, Role.RA_OFFICER);
        }
        for (PersonId giver : List.of(town().superior, town().head)) {
            settle(giver);
        }
    }

    /** Gives someone an account with a second factor, and roles. */
    public PersonId settle(PersonId person, Role... roles) {
        office.enrolMeans(person);
        for (Role role : roles) {
            beans.getBean(Accounts.class).grant(town().government, person, role, null);
        }
        return person;
    }

    /** Someone new with an account, in the agency of education. */
    public PersonId settle(String name, EmploymentClass employmentClass, String post) {
        return settle(town().enter(name, employmentClass, post));
    }

    /** Someone who prepares applications for the agency of education. */
    public PersonId agencyAdmin(String name) {
        PersonId admin = settle(name, EmploymentClass.PNS, "Analis Kepegawaian");
        beans.getBean(AgencyAdmins.class)
                .name(
                        town().government,
                        new AgencyAdmin(admin, town().education, SINCE, null),
                        null);
        return admin;
    }

    /** Teachers with accounts, all under the town's superior. */
    public List<PersonId> teachers(int count) {
        return IntStream.range(0, count).mapToObj(this::teacher).toList();
    }

    private PersonId teacher(int number) {
        PersonId person =
                people().enter(
                                town().government,
                                new NewPerson(
                                        new PersonName(
                                                "",
                                                FIRST.get(number % FIRST.size())
                                                        + " "
                                                        + LAST.get(
                                                                (number / FIRST.size() + number)
                                                                        % LAST.size()),
                                                "S.Pd."),
                                        EmploymentClass.PNS,
                                        "357701520385%04d".formatted(1000 + number),
                                        "198503122010012%03d".formatted(300 + number),
                                        null,
                                        town().education,
                                        number % 3 == 0 ? "Guru Ahli Muda" : "Guru Ahli Pertama",
                                        "Penata Muda (III/a)"),
                                SINCE,
                                null);
        people().nameSuperior(town().government, person, town().superior, SINCE, null);
        return settle(person);
    }

    /** An application of someone new, complete and in the queue. */
    public ApplicationId submitted(String name) {
        PersonId person = town().enter(name, EmploymentClass.PNS, "Guru Ahli Pertama");
        String local = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
        return office.submitted(person, town().address(local));
    }

    public PersonId applicant(ApplicationId id) {
        return office.dossier(id).applicant().person();
    }

    public Town town() {
        return office.town;
    }

    public LocalGovernment government() {
        return beans.getBean(LocalGovernments.class).get(town().government);
    }

    /** The officer who decides. */
    public PersonId officer() {
        return office.rina;
    }

    /** The other officer. */
    public PersonId secondOfficer() {
        return office.joko;
    }

    /** Opens the keys of both officers. */
    public String passphrase() {
        return Office.PASSPHRASE;
    }

    /** The NIP in clear. */
    public String nip(PersonId person) {
        return String.valueOf(people().get(town().government, person).nip());
    }

    /** A moment passes. */
    public void waitASecond() {
        clock.advance(Duration.ofSeconds(1));
    }

    /** Value of the cookie {@code sesi} of someone who has just shown the second factor. */
    @SuppressWarnings("unchecked")
    public String session(PersonId person) {
        return session(beans.getBean(SessionRepository.class), town().as(person).account());
    }

    private <S extends Session> String session(SessionRepository<S> sessions, AccountId account) {
        S session = sessions.createSession();
        session.setAttribute("government", town().government.toString());
        session.setAttribute("account", account.toString());
        session.setAttribute("beganAt", clock.instant().toEpochMilli());
        session.setAttribute("factorAt", clock.instant().toEpochMilli());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    private People people() {
        return beans.getBean(People.class);
    }
}
