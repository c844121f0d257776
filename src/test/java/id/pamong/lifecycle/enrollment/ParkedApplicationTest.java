package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.enrollment.ApplicationDesk.Fields;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.lifecycle.subscriber.MailboxList;
import id.pamong.lifecycle.subscriber.MailboxProofs;
import id.pamong.lifecycle.subscriber.MailboxRequest;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.means.Claims;
import id.pamong.office.notification.Outbox;
import id.pamong.office.notification.OutboxMail;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** An application of someone without an official e-mail, and the administrator who makes one. */
@RoomTest
class ParkedApplicationTest {
    @Autowired private BeanFactory beans;
    @Autowired private ApplicationDesk desk;
    @Autowired private MailboxStep mailbox;
    @Autowired private MailboxWish wish;
    @Autowired private MailboxList list;
    @Autowired private LetterDesk letters;
    @Autowired private Enrollment enrollment;
    @Autowired private Claims claims;
    @Autowired private Accounts accounts;
    @Autowired private People people;
    @Autowired private Outbox outbox;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private Town town;
    private Actor siti;
    private Actor administrator;
    private ApplicationId id;

    @BeforeEach
    void found() {
        clock.reset();
        town = new Town(beans);
        siti = town.as(town.teacher);
        PersonId dewi = town.enter("Dewi Lestari", EmploymentClass.PNS, "Pranata Komputer");
        accounts.grant(town.government, dewi, Role.MAIL_ADMINISTRATOR, null);
        administrator = town.as(dewi, null, Role.PERSON, Role.MAIL_ADMINISTRATOR);
        id = desk.start(siti);
    }

    @UnderEachLaw
    @Article({"MDN-10(3)c", "CJR-11(3)c"})
    void only_the_submission_waits_for_the_address_and_then_goes_on_where_it_was() {
        wish.ask(siti, id);
        letters.ask(siti, id);

        assertThat(enrollment.dossier(town.government, id).state())
                .isEqualTo(ApplicationState.ENDORSEMENT);
        assertThat(submit()).contains("email.missing");

        assertThat(
                        list.propose(
                                        administrator,
                                        code(),
                                        town.address("Siti.Aminah")
                                                .replace("kota", "Kota")
                                                .replace("kab", "Kab"))
                                .replies())
                .extracting(MailboxList.Reply::result)
                .containsExactly(MailboxList.Result.PROPOSED);
        assertThat(wished().proposed()).isEqualTo(town.address("siti.aminah"));
        assertThat(submit()).contains("email.missing");

        save(town.address("siti.aminah"));
        assertThat(submit()).contains("enrollment.email-not-proved");
        mailbox.sendCode(siti, id);
        assertThat(mailbox.confirmCode(siti, id, town.mailedCode()))
                .isInstanceOf(MailboxProofs.Proof.Confirmed.class);
        assertThat(wish.of(siti)).isEmpty();
        assertThat(submit()).doesNotContain("email.missing", "enrollment.email-not-proved");
        assertThat(enrollment.dossier(town.government, id).state())
                .isEqualTo(ApplicationState.ENDORSEMENT);
        assertThat(audit.historyOf(town.government, "application", id.value()))
                .extracting(AuditEntry::outcome)
                .contains("ASKED", "CODE_SENT", "PROVED");
        assertThat(audit.historyOf(town.government, "local-government", town.government.value()))
                .extracting(AuditEntry::command)
                .contains("subscriber.mailbox-list");
    }

    @UnderEachLaw
    @Article({"MDN-10(3)c", "CJR-11(3)c"})
    void whoever_makes_a_mailbox_can_neither_claim_nor_confirm_nor_submit_for_its_owner() {
        wish.ask(siti, id);
        list.propose(administrator, code(), town.address("siti.aminah"));

        assertThat(people.get(town.government, town.teacher).officialEmail()).isNull();
        claims.requestCode(
                town.government,
                Objects.requireNonNull(people.get(town.government, town.teacher).nip()),
                people.revealNik(town.government, town.teacher),
                "192.0.2.7");
        assertThat(outbox.newest(town.government, null, 50))
                .extracting(OutboxMail::messageKey)
                .doesNotContain("identity.claim-code");
        save(town.address("siti.aminah"));
        mailbox.sendCode(siti, id);
        String readInTheMailbox = town.mailedCode();
        assertThatThrownBy(() -> mailbox.confirmCode(administrator, id, readInTheMailbox))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.view(administrator, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.submit(administrator, id, 0, "Benar."))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> wish.cancel(administrator, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_list_holds_no_number_and_comes_back_line_by_line() {
        wish.ask(siti, id);
        PersonId budi = town.enter("=Budi O'Brien", EmploymentClass.PNS, "Guru");
        ApplicationId another = desk.start(town.as(budi));
        wish.ask(town.as(budi), another);
        PersonId kepala = town.enter("Kepala Lain", EmploymentClass.PNS, "Guru");
        people.confirmEmail(town.government, kepala, town.address("dipakai"), clock.instant());

        String csv = new String(list.export(administrator), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\uFEFFkode;nama;perangkat_daerah;usulan;alamat\r\n")
                .contains("Siti Aminah;Dinas Pendidikan;siti.aminah@madiunkota.go.id;")
                .contains("'=Budi O'Brien")
                .doesNotContainPattern("[0-9]{16}");
        String ofBudi = wish.of(town.as(budi)).orElseThrow().code();
        MailboxList.Report report =
                list.take(
                        administrator,
                        """
                        kode;nama;alamat
                        %s;Siti;siti@evilmadiunkota.go.id
                        %s;Siti;siti@madiunkota.go.id
                        %s;Budi;dipakai@madiunkota.go.id
                        ZZZZZZZZ;Entah;entah@madiunkota.go.id
                        """
                                .formatted(code(), code(), ofBudi)
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(report.replies())
                .extracting(reply -> reply.findings().getFirst().code())
                .containsExactly(
                        "email.domain",
                        "addresses.code-twice",
                        "email.taken",
                        "addresses.unknown-code");
        MailboxList.Report second =
                list.take(
                        administrator,
                        ("alamat,kode\nsiti@smpn4.madiunkota.go.id," + code() + "\n," + ofBudi)
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(second.replies())
                .extracting(MailboxList.Reply::result)
                .containsExactly(MailboxList.Result.PROPOSED, MailboxList.Result.EMPTY);
        assertThat(list.propose(administrator, code(), "siti@smpn4.madiunkota.go.id").replies())
                .extracting(MailboxList.Reply::result)
                .containsExactly(MailboxList.Result.UNCHANGED);
        assertThat(list.propose(administrator, ofBudi, "siti@smpn4.madiunkota.go.id").replies())
                .flatExtracting(MailboxList.Reply::findings)
                .extracting(Finding::code)
                .containsExactly("email.taken");
    }

    @Test
    void a_file_that_is_no_list_is_refused_as_a_whole() {
        assertThat(codes(list.take(administrator, new byte[] {0, 1, 2})))
                .containsExactly("addresses.not-csv");
        assertThat(codes(list.take(administrator, "a;b\n1;2".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("addresses.columns");
        assertThat(
                        codes(
                                list.take(
                                        administrator,
                                        "kode;alamat\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("addresses.empty");
        assertThat(codes(list.take(administrator, new byte[3 << 20])))
                .containsExactly("addresses.too-large");
        assertThat(
                        codes(
                                list.take(
                                        administrator,
                                        ("kode;alamat\n" + "A;b@c.id\n".repeat(5_001))
                                                .getBytes(StandardCharsets.UTF_8))))
                .containsExactly("addresses.too-many-lines");
    }

    @Test
    void an_address_that_cannot_be_used_goes_back_with_its_reason() {
        wish.ask(siti, id);
        list.propose(administrator, code(), town.address("sitti"));

        assertThat(wish.decline(siti, id, "salah")).hasSize(1);
        assertThat(wish.decline(siti, id, "Nama saya hanya satu huruf t.")).isEmpty();

        assertThat(list("", false, null, 5))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.request().declined()).contains("satu huruf t"));
    }

    @Test
    void asking_twice_is_one_wish_and_giving_up_the_application_ends_it() {
        wish.ask(siti, id);
        wish.ask(siti, id);
        assertThat(list.count(town.government, false)).isEqualTo(1);

        desk.withdraw(siti, id, enrollment.dossier(town.government, id).version());

        assertThat(wish.of(siti)).isEmpty();
        assertThat(list.count(town.government, false)).isZero();
    }

    @Test
    void only_the_mail_administrator_sees_the_list_and_only_of_the_own_government() {
        wish.ask(siti, id);
        for (Role role : List.of(Role.PERSON, Role.RA_OFFICER, Role.RA_HEAD, Role.ADMINISTRATOR)) {
            Actor other = town.as(town.superior, clock.instant(), role);
            assertThatThrownBy(() -> list.export(other)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> list.propose(other, code(), town.address("x")))
                    .isInstanceOf(Forbidden.class);
        }
        Town elsewhere = new Town(beans);
        Actor stranger =
                elsewhere.as(elsewhere.superior, null, Role.PERSON, Role.MAIL_ADMINISTRATOR);
        assertThat(
                        list.list(
                                elsewhere.government,
                                new MailboxList.Wanted("", false, false, null, 5)))
                .isEmpty();
        assertThat(list.propose(stranger, code(), town.address("x")).replies())
                .flatExtracting(MailboxList.Reply::findings)
                .extracting(Finding::code)
                .containsExactly("addresses.unknown-code");
    }

    @Test
    void the_list_is_read_page_by_page_those_who_wait_apart_from_those_with_an_address() {
        wish.ask(siti, id);
        clock.advance(Duration.ofMinutes(1));
        Actor budi = town.as(town.enter("Budi Santoso", EmploymentClass.PNS, "Guru"));
        wish.ask(budi, desk.start(budi));
        UUID first = wished().id();
        MailboxRequest second = wish.of(budi).orElseThrow();

        assertThat(ids("", false, null, 1)).containsExactly(first);
        assertThat(ids("", false, first, 5)).containsExactly(second.id());
        assertThat(ids("budi san", false, null, 5)).containsExactly(second.id());
        assertThat(ids(second.code().toLowerCase(Locale.ROOT), false, null, 5))
                .containsExactly(second.id());
        assertThat(ids("tidakada", false, null, 5)).isEmpty();

        list.propose(administrator, code(), town.address("siti.aminah"));

        assertThat(ids("", false, null, 5)).containsExactly(second.id());
        assertThat(ids("", true, null, 5)).containsExactly(first);
        assertThat(ids("", false, first, 5)).containsExactly(second.id());
        assertThat(list.suggestions(town.government, list("", false, null, 5)))
                .containsExactly(Map.entry(second.id(), town.address("budi.santoso")));
    }

    private List<UUID> ids(String text, boolean proposed, @Nullable UUID after, int limit) {
        return list(text, proposed, after, limit).stream().map(one -> one.request().id()).toList();
    }

    private List<MailboxList.Entry> list(
            String text, boolean proposed, @Nullable UUID after, int limit) {
        return list.list(
                town.government, new MailboxList.Wanted(text, proposed, false, after, limit));
    }

    private List<String> submit() {
        int version = enrollment.dossier(town.government, id).version();
        return desk.submit(siti, id, version, "Benar.")
                        instanceof ApplicationDesk.Submission.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of();
    }

    private void save(String email) {
        desk.save(
                siti,
                id,
                enrollment.dossier(town.government, id).version(),
                new Fields(Set.of(IntendedUse.DIGITAL_SIGNATURE), Set.of(Duty.LETTER), "", email));
    }

    private static List<String> codes(MailboxList.Report report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    private MailboxRequest wished() {
        Optional<MailboxRequest> open = wish.of(siti);
        return open.orElseThrow();
    }

    private String code() {
        return wished().code();
    }
}
