package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.notification.Inbox;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.Posts;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters follow the post from which they come. */
@RoomTest
class LetterRoutingTest {
    private static final UUID BY = UUID.randomUUID();
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 2);

    @Autowired private BeanFactory beans;
    @Autowired private ApplicationDesk desk;
    @Autowired private LetterDesk letters;
    @Autowired private GiverDesk givers;
    @Autowired private LetterRouting routing;
    @Autowired private GiverAuthorities authorities;
    @Autowired private Posts posts;
    @Autowired private PostRegister register;
    @Autowired private LocalGovernments governments;
    @Autowired private Inbox inbox;
    @Autowired private TenantTransactions transactions;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;
    private Town town;
    private Actor siti;
    private PersonId rina;
    private LocalDate today;

    @AfterEach
    void setBack() {
        clock.reset();
    }

    @BeforeEach
    void found() {
        town = new Town(beans);
        siti = town.as(town.teacher);
        rina = town.enter("Rina Kusuma", EmploymentClass.PNS, "Sekretaris Dinas Pendidikan");
        today = governments.get(town.government).dateAt(clock.instant());
    }

    @Test
    @Article({"MDN-10(3)a", "MDN-1.12"})
    void a_request_goes_to_whoever_acts_and_both_are_told() {
        ApplicationId id = asked();

        hold(rina, HeadshipKind.PLH, today, today);

        assertThat(givers.waiting(town.as(rina)))
                .extracting(LetterRequest::application)
                .containsExactly(id);
        assertThat(givers.waiting(town.as(town.head))).isEmpty();
        assertThat(subjects(rina)).contains("Permintaan surat pengantar sertifikat elektronik");
        assertThat(subjects(town.head)).contains("Permintaan surat tidak lagi menunggu Anda");
        assertThat(subjects(town.teacher)).contains("Permintaan surat Anda beralih");
        assertThat(audit.historyOf(town.government, "application", id.value()))
                .extracting(AuditEntry::command)
                .contains("enrollment.route-letter");
        assertThatThrownBy(() -> give(town.head, id)).isInstanceOf(NotFound.class);
        assertThat(give(rina, id)).isInstanceOf(GiverDesk.Outcome.Given.class);
        Endorsement letter =
                desk.view(siti, id).endorsement(Endorsement.Kind.COVER_LETTER).orElseThrow();
        assertThat(letter.giverTitle()).isEqualTo("Plh. Kepala Dinas Pendidikan");
        assertThat(kept(id, letter))
                .isEqualTo(
                        new GiverAuthority(
                                GiverAuthority.Basis.AGENCY_HEAD,
                                "Plh. Kepala Dinas Pendidikan",
                                HeadshipKind.PLH,
                                "821/7/2026",
                                today,
                                today));
    }

    @Test
    void a_vacant_post_keeps_the_request_and_its_successor_gets_it() {
        ApplicationId id = asked();

        end(town.head, today.minusDays(1));

        assertThat(subjects(town.teacher)).contains("Surat Anda menunggu pemangku jabatan");
        assertThat(subjects(town.teacher))
                .filteredOn("Surat Anda menunggu pemangku jabatan"::equals)
                .hasSize(1);
        assertThat(letters.standings(siti, desk.view(siti, id)))
                .extractingByKey(Endorsement.Kind.COVER_LETTER)
                .extracting(LetterDesk.Standing::vacantPost)
                .isEqualTo("Kepala Dinas Pendidikan");

        hold(rina, HeadshipKind.PLT, today, null);

        assertThat(givers.waiting(town.as(rina)))
                .extracting(LetterRequest::application)
                .containsExactly(id);
    }

    @Test
    void a_term_that_the_calendar_ends_moves_the_request_the_day_after() {
        ApplicationId id = asked();
        end(town.head, today);
        hold(rina, HeadshipKind.PLT, today.plusDays(1), null);
        assertThat(givers.waiting(town.as(town.head))).hasSize(1);

        clock.advance(Duration.ofDays(1));
        routing.followCalendar();

        assertThat(givers.waiting(town.as(town.head))).isEmpty();
        assertThat(givers.waiting(town.as(rina)))
                .extracting(LetterRequest::application)
                .containsExactly(id);
    }

    @Test
    @Article({"MDN-1.12", "MDN-10(3)a"})
    void a_scan_is_held_against_the_register_of_its_date() throws IOException {
        end(town.head, today.minusDays(11));
        hold(rina, HeadshipKind.PLT, today.minusDays(10), null);

        assertThat(judged("Sri Wahyuni", "Kepala Dinas Pendidikan", today.minusDays(10)))
                .containsExactly("enrollment.letter-giver-not-then");
        assertThat(judged("Sri Wahyuni", "Kepala Dinas Pendidikan", today.minusDays(11))).isEmpty();
        assertThat(judged("Rina Kusuma, S.Pd.", "Plt. Kepala Dinas Pendidikan", today)).isEmpty();
        assertThat(judged("RINA KUSUMA", "Kepala Dinas Pendidikan", today))
                .containsExactly("enrollment.letter-title-differs");
        assertThat(judged("Rina Kusuma", "Plt. Kepala Dinas Pendidikan", today.minusDays(11)))
                .containsExactly("enrollment.letter-giver-not-then");
        assertThat(judged("Orang Lain", "", today))
                .containsExactly("enrollment.cover-letter-giver-unknown");
    }

    @Test
    @Article("MDN-1.12")
    void a_scan_of_a_day_without_a_holder_is_left_to_the_officer() throws IOException {
        end(town.head, today.minusDays(3));

        assertThat(judged("Sri Wahyuni", "Kepala Dinas Pendidikan", today))
                .containsExactly("enrollment.letter-post-vacant");
    }

    /** Codes of what the rules say of a scanned cover letter. */
    private List<String> judged(String giver, String title, LocalDate on) throws IOException {
        ApplicationId id = desk.start(siti);
        letters.attachScan(
                siti,
                id,
                Endorsement.Kind.COVER_LETTER,
                new LetterDesk.ScanFields("800/12/2026", on.toString(), giver, title),
                "surat.png",
                () -> new ByteArrayInputStream(picture()));
        return desk.findings(siti, desk.view(siti, id)).stream()
                .filter(finding -> "COVER_LETTER".equals(finding.field()))
                .map(Finding::code)
                .toList();
    }

    private GiverAuthority kept(ApplicationId id, Endorsement letter) {
        return transactions.inTenant(
                town.government, () -> authorities.of(id).get(letter.letter()));
    }

    private ApplicationId asked() {
        ApplicationId id = desk.start(siti);
        letters.ask(siti, id);
        return id;
    }

    private GiverDesk.Outcome give(PersonId by, ApplicationId id) {
        return givers.give(town.as(by), id, Endorsement.Kind.COVER_LETTER, "", Set.of());
    }

    private void hold(
            PersonId person, HeadshipKind kind, LocalDate from, @Nullable LocalDate until) {
        PostId post = posts.leading(town.government, town.education).orElseThrow().id();
        assertThat(
                        register.enter(
                                town.government,
                                new NewHolding(
                                        post,
                                        person,
                                        kind,
                                        "821/7/2026",
                                        SINCE,
                                        from,
                                        until,
                                        false,
                                        true),
                                BY))
                .isInstanceOf(PostRegister.Outcome.Entered.class);
    }

    private void end(PersonId person, LocalDate last) {
        assertThat(
                        register.end(
                                town.government,
                                posts.heldBy(town.government, person, SINCE).getFirst().id(),
                                last,
                                "821/8/2026",
                                BY))
                .isInstanceOf(PostRegister.Outcome.Entered.class);
    }

    private List<String> subjects(PersonId person) {
        return inbox.of(town.government, person, Locale.of("id"), null, 20).stream()
                .map(message -> message.subject())
                .toList();
    }

    private static byte[] picture() throws IOException {
        BufferedImage picture = new BufferedImage(1000, 630, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1000; x++) {
            for (int y = 0; y < 630; y++) {
                picture.setRGB(x, y, (x * 31 + y * 17) & 0xffffff);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
