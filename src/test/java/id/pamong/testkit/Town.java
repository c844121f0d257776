package id.pamong.testkit;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewLocalGovernment;
import id.pamong.office.organization.NewPerson;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import id.pamong.office.organization.Zone;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * A small local government of its own for one test: an education agency with its head, a school
 * head as superior, a teacher who applies, and the registration authority's office.
 */
public final class Town {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 2);
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{4}) ([0-9]{4})\\b");

    public final LocalGovernmentId government;
    public final AgencyId education;
    public final AgencyId raOffice;
    public final PersonId head;
    public final PersonId superior;
    public final PersonId teacher;
    private final String mailDomain;
    private final People people;
    private final WaitingMails mails;
    private int serial = 1;

    /** How the local government of a regulation is called, and where it is. */
    private record Place(String government, String name, String street, String mailDomain) {
        static Place of(String regulationId) {
            return switch (regulationId) {
                case "perwal-30-2019" ->
                        new Place(
                                "Pemerintah Kota Madiun",
                                "Madiun",
                                "Jalan Perintis Kemerdekaan 32",
                                "madiunkota.go.id");
                case "perbup-18-2018" ->
                        new Place(
                                "Pemerintah Kabupaten Cianjur",
                                "Cianjur",
                                "Jalan Siliwangi 1",
                                "cianjurkab.go.id");
                default ->
                        new Place(
                                "Pemerintah Provinsi Contoh",
                                "Contoh",
                                "Jalan Merdeka 1",
                                "contohprov.go.id");
            };
        }
    }

    /** Under the law that the test runs under. */
    public Town(BeanFactory beans) {
        this(beans, Law.running().regulation());
    }

    /** Under a regulation that names its titles. */
    public Town(BeanFactory beans, String regulationId) {
        RegulationProfile law = beans.getBean(Regulations.class).profile(regulationId);
        GovernmentKind kind = GovernmentKind.valueOf(law.setting("org.kind").text());
        people = beans.getBean(People.class);
        mails = new WaitingMails(beans);
        LocalGovernments governments = beans.getBean(LocalGovernments.class);
        Place place = Place.of(regulationId);
        mailDomain = place.mailDomain();
        government =
                governments.create(
                        new NewLocalGovernment(
                                "kota-" + UUID.randomUUID().toString().substring(0, 8),
                                place.government(),
                                kind,
                                place.name(),
                                law.setting("org.headTitle").text(),
                                law.setting("org.deputyTitle").text(),
                                law.setting("org.province").text(),
                                kind == GovernmentKind.PROVINSI ? "35" : "35.77",
                                Zone.WIB,
                                regulationId,
                                List.of(mailDomain),
                                "#0b5394",
                                List.of(place.street())),
                        null);
        education =
                people.addAgency(
                        government,
                        "DIKNAS",
                        "Dinas Pendidikan",
                        "Kepala Dinas Pendidikan",
                        null,
                        null);
        raOffice =
                people.addAgency(
                        government,
                        "KOMINFO",
                        "Dinas Komunikasi dan Informatika",
                        "Kepala Dinas Komunikasi dan Informatika",
                        null,
                        null);
        governments.nameRaOffice(government, raOffice, null);
        head = enter("Sri Wahyuni", EmploymentClass.PNS, "Kepala Dinas Pendidikan");
        superior = enter("Bambang Sutejo", EmploymentClass.PNS, "Kepala SMP Negeri 4");
        teacher = enter("Siti Aminah", EmploymentClass.PNS, "Guru Ahli Muda");
        people.appointHead(
                government,
                new Headship(
                        education,
                        head,
                        HeadshipKind.DEFINITIVE,
                        "Kepala Dinas Pendidikan",
                        "821/1/2024",
                        SINCE,
                        null),
                null);
        people.nameSuperior(government, teacher, superior, SINCE, null);
    }

    /** Enters someone into the education agency; number and address follow from the order. */
    public PersonId enter(String name, EmploymentClass employmentClass, String post) {
        int number = serial++;
        boolean pppk =
                employmentClass == EmploymentClass.PPPK
                        || employmentClass == EmploymentClass.PPPK_PART_TIME;
        return people.enter(
                government,
                new NewPerson(
                        new PersonName("", name, "S.Pd."),
                        employmentClass,
                        "35770152038500%02d".formatted(number),
                        employmentClass.hasNip()
                                ? (pppk ? "198503122024212%03d" : "198503122010012%03d")
                                        .formatted(number)
                                : null,
                        null,
                        education,
                        post,
                        "Penata (III/c)"),
                SINCE,
                null);
    }

    /** An official address of the local government. */
    public String address(String local) {
        return local + "@" + mailDomain;
    }

    /** The host of a service of the local government. */
    public String host(String service) {
        return service + "." + mailDomain;
    }

    /** Someone signed in, without further roles and without a fresh second factor. */
    public Actor as(PersonId person) {
        return as(person, null, Role.PERSON);
    }

    public Actor as(PersonId person, @Nullable Instant secondFactorAt, Role... roles) {
        return new Actor(
                government,
                new AccountId(
                        UUID.nameUUIDFromBytes(person.toString().getBytes(StandardCharsets.UTF_8))),
                person,
                Set.of(roles),
                secondFactorAt);
    }

    /** The eight digits of the last mail with a code that waits in the outbox. */
    public String mailedCode() {
        return mails.find(government, "mailbox-code", CODE).replace(" ", "");
    }
}
