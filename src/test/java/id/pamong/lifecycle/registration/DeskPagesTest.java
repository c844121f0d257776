package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Auditors;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.WaitingTimes;
import id.pamong.testkit.Article;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RoomTest
class DeskPagesTest {
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(claim|dossier)\" value=\"([^\"]*)\"");

    @Autowired private BeanFactory beans;
    @Autowired private MockMvcTester mvc;
    @Autowired private SessionRepository<? extends Session> sessions;
    @Autowired private Auditors auditors;
    @Autowired private MutableClock clock;

    private Office office;
    private String base;
    private ApplicationId id;

    @BeforeEach
    void open() {
        clock.reset();
        office = new Office(beans);
        base = "/" + beans.getBean(LocalGovernments.class).get(office.town.government).slug();
        for (PersonId officer : new PersonId[] {office.rina, office.joko}) {
            office.enrolMeans(officer);
            beans.getBean(Accounts.class)
                    .grant(office.town.government, officer, Role.RA_OFFICER, null);
        }
        id = office.submitted();
    }

    @UnderEachLaw
    @Article({"MDN-3(1)c", "MDN-11(1)", "MDN-11(2)", "CJR-4(1)c", "CJR-12(1)", "CJR-12(2)"})
    void an_officer_takes_a_case_from_the_queue_reads_its_papers_and_decides_it()
            throws IOException {
        String queue = text(get(office.rina, "/petugas/antrean"));
        assertThat(queue).contains(office.dossier(id).number()).contains("Siti Aminah");

        assertThat(post(office.rina, caseOf("/ambil"), Map.of())).hasStatus3xxRedirection();
        String page = text(get(office.rina, caseOf("")));
        assertThat(page)
                .contains("/berkas/")
                .contains("Belum dapat diputuskan")
                .doesNotContain(nik());
        MvcTestResult picture = get(office.rina, caseOf("/berkas/" + card() + "/1"));
        assertThat(picture).hasStatusOk().hasHeader("Cache-Control", "no-store");

        MvcTestResult decided = post(office.rina, caseOf("/putusan"), decision(page));

        assertThat(decided).hasStatus3xxRedirection();
        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.APPROVED);
        String after = text(get(office.rina, caseOf("?diputus=")));
        assertThat(after).contains("Putusan ditandatangani").contains("putusan.p7s");
        keep("queue", queue);
        keep("case", page);
        keep("decided", after);
    }

    @Test
    void an_officer_on_leave_hears_why_the_desk_is_closed() {
        java.time.LocalDate today =
                java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Jakarta"));
        beans.getBean(id.pamong.office.organization.Absences.class)
                .enter(
                        office.town.government,
                        new id.pamong.office.organization.NewAbsence(
                                office.rina, today, today.plusDays(2), null, ""),
                        UUID.randomUUID());

        for (String page : java.util.List.of("/petugas/antrean", "/petugas/loket")) {
            MvcTestResult refused = get(office.rina, page);
            assertThat(refused).hasStatus(403);
            assertThat(text(refused)).contains("Anda tercatat sedang cuti");
        }
        assertThat(get(office.joko, "/petugas/antrean")).hasStatusOk();
    }

    @Test
    void a_wrong_passphrase_and_an_empty_form_keep_what_was_typed_and_say_what_to_do() {
        post(office.rina, caseOf("/ambil"), Map.of());
        Map<String, String> form = decision(text(get(office.rina, caseOf(""))));
        form.put("note.IDENTITY", "Foto <kartu> & nama cocok");
        form.put("passphrase", "bukan ini");

        MvcTestResult wrong = post(office.rina, caseOf("/putusan"), form);

        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong))
                .contains("Tersisa 4 dari 5 percobaan")
                .contains("Foto &lt;kartu&gt; &amp; nama cocok")
                .doesNotContain("bukan ini");
        MvcTestResult empty = post(office.rina, caseOf("/putusan"), Map.of());
        assertThat(empty).hasStatus(409);
        assertThat(text(empty)).contains("baru saja diubah");
    }

    @Test
    void a_page_that_lost_the_case_to_another_officer_says_so_and_keeps_the_text() {
        post(office.rina, caseOf("/ambil"), Map.of());
        Map<String, String> form = decision(text(get(office.rina, caseOf(""))));
        form.put("note.IDENTITY", "Catatan yang belum tersimpan.");
        clock.advance(WaitingTimes.DEFAULT.claimLasts());
        post(office.joko, caseOf("/ambil"), Map.of());

        MvcTestResult late = post(office.rina, caseOf("/putusan"), form);

        assertThat(late).hasStatus(409);
        assertThat(text(late))
                .contains("baru saja diubah oleh petugas lain")
                .contains("Catatan yang belum tersimpan.")
                .contains("Joko Prasetyo");
        assertThat(post(office.rina, caseOf("/simpan"), form)).hasStatus(409);
        assertThat(post(office.rina, caseOf("/ambil"), Map.of())).hasStatus(409);
    }

    @Test
    void notes_are_kept_while_typing_and_answered_with_what_is_still_missing() {
        post(office.rina, caseOf("/ambil"), Map.of());
        Map<String, String> form = decision(text(get(office.rina, caseOf(""))));
        form.remove("passphrase");
        form.remove("result.IDENTITY");

        MvcTestResult saved =
                mvc.post()
                        .uri(base + caseOf("/simpan"))
                        .header("X-Pamong-Part", "status")
                        .cookie(session(office.rina))
                        .params(multi(form))
                        .with(Forms.body())
                        .exchange();

        assertThat(saved).hasStatusOk();
        assertThat(text(saved))
                .contains("Tersimpan pukul")
                .contains("Identitas pemohon")
                .doesNotContain("<html");
    }

    @Test
    void wrong_words_foreign_ids_and_other_peoples_roles_get_a_clear_answer() {
        assertThat(get(office.rina, "/petugas/antrean?bagian=lain&setelah=x_y&cari=%25"))
                .hasStatusOk();
        assertThat(get(office.rina, "/petugas/permohonan/" + UUID.randomUUID())).hasStatus(404);
        assertThat(get(office.rina, "/petugas/permohonan/bukan-id")).hasStatus(404);
        assertThat(get(office.rina, caseOf("/berkas/" + UUID.randomUUID() + "/1"))).hasStatus(404);
        assertThat(get(office.rina, caseOf("/berkas/" + card() + "/1"))).hasStatus(403);
        assertThat(get(office.rina, caseOf("/putusan/" + UUID.randomUUID() + "/jawaban.pdf")))
                .hasStatus(404);
        assertThat(get(office.town.teacher, caseOf(""))).hasStatus(403);
        assertThat(get(office.town.teacher, "/petugas/antrean")).hasStatus(403);
    }

    @Test
    void an_auditor_reads_a_case_and_finds_nothing_to_press() {
        office.enrolMeans(office.town.superior);
        auditors.name(
                office.town.government,
                office.town.superior,
                "ST/700/1/2026",
                LocalDate.of(2026, 1, 2),
                null,
                null);

        String page = text(get(office.town.superior, caseOf("")));

        assertThat(page)
                .contains("Pemeriksaan otomatis")
                .doesNotContain("/putusan\"", "/ambil", "/nik\"", "name=\"passphrase\"");
        assertThat(get(office.town.superior, caseOf("/berkas/" + card() + "/1"))).hasStatus(403);
        assertThat(post(office.town.superior, caseOf("/ambil"), Map.of())).hasStatus(403);
        assertThat(text(get(office.town.superior, "/petugas/antrean")))
                .doesNotContain("/ambil", "/antrean/berikutnya");
    }

    @Test
    void the_number_is_shown_for_a_reason_only() {
        assertThat(post(office.rina, caseOf("/nik"), Map.of("maskReason", "x"))).hasStatus(422);
        assertThat(
                        post(
                                office.rina,
                                caseOf("/nik"),
                                Map.of("maskReason", "Mencocokkan dengan kartu asli.")))
                .hasStatus3xxRedirection();
        assertThat(text(get(office.rina, caseOf("")))).contains(nik());
        assertThat(text(get(office.joko, caseOf("")))).doesNotContain(nik());
    }

    private String nik() {
        return beans.getBean(id.pamong.office.organization.People.class)
                .revealNik(office.town.government, office.town.teacher);
    }

    private UUID card() {
        return office.dossier(id).paper(DossierPaper.IDENTITY_CARD).orElseThrow().file().value();
    }

    private String caseOf(String rest) {
        return "/petugas/permohonan/" + id + rest;
    }

    private static Map<String, String> decision(String page) {
        Map<String, String> form = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        for (CheckGroup group : CheckGroup.values()) {
            form.put("result." + group, "OK");
            form.put("note." + group, "");
        }
        form.put("outcome", "APPROVED");
        form.put("passphrase", Office.PASSPHRASE);
        return form;
    }

    private MvcTestResult get(PersonId person, String path) {
        return mvc.get().uri(java.net.URI.create(base + path)).cookie(session(person)).exchange();
    }

    private MvcTestResult post(PersonId person, String path, Map<String, String> form) {
        return mvc.post()
                .uri(base + path)
                .cookie(session(person))
                .params(multi(form))
                .with(Forms.body())
                .exchange();
    }

    /** The cookie of a session with a fresh second factor. */
    private Cookie session(PersonId person) {
        return session(sessions, person);
    }

    private <S extends Session> Cookie session(SessionRepository<S> repository, PersonId person) {
        S session = repository.createSession();
        session.setAttribute("government", office.town.government.toString());
        session.setAttribute("account", office.town.as(person).account().toString());
        session.setAttribute("factorAt", clock.instant().toEpochMilli());
        session.setAttribute("beganAt", clock.instant().toEpochMilli());
        repository.save(session);
        return new Cookie(
                "sesi",
                Base64.getEncoder()
                        .encodeToString(session.getId().getBytes(StandardCharsets.UTF_8)));
    }

    private static org.springframework.util.MultiValueMap<String, String> multi(
            Map<String, String> form) {
        var values = new org.springframework.util.LinkedMultiValueMap<String, String>();
        form.forEach(values::add);
        return values;
    }

    private static String text(MvcTestResult result) {
        return new String(
                Objects.requireNonNull(result.getResponse()).getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    /** Build output to look at. */
    private static void keep(String name, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "desk-pages"));
        Files.writeString(folder.resolve(name + ".html"), page);
    }
}
