package id.pamong.office.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Reads everything, changes nothing, and audits nobody's office but that of others. */
@RoomTest
class AuditorTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Autowired private Permissions permissions;
    @Autowired private Accounts accounts;
    @Autowired private Auditors auditors;
    @Autowired private AuditTrail audit;
    @Autowired private Towns towns;
    @Autowired private MockMvcTester http;
    @Autowired private MutableClock clock;
    private Town town;
    private Citizen head;
    private Citizen ani;

    @BeforeEach
    void found() {
        town = towns.found();
        head = town.withAccount("Kepala Dinas", Role.RA_HEAD);
        ani = town.withAccount("Ani Inspektur");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private static LocalDate day(int plus) {
        return LocalDate.of(2026, 11, 23).plusDays(plus);
    }

    private List<String> name(
            Citizen who, String letter, @Nullable LocalDate from, @Nullable LocalDate until) {
        return auditors.name(town.id(), who.id(), letter, from, until, null).stream()
                .map(Finding::code)
                .toList();
    }

    /**
     * Of the table of permissions, against the pages: no command of the auditor is performed by a
     * form.
     */
    @Test
    void no_command_that_the_table_gives_to_auditors_is_performed_by_a_form() {
        Map<String, Set<RequestMethod>> methods = new TreeMap<>();
        handlers.getHandlerMethods()
                .forEach((info, method) -> {
                    Performs performs = method.getMethodAnnotation(Performs.class);
                    if (performs != null) {
                        methods.computeIfAbsent(performs.value(), any -> new TreeSet<>())
                                .addAll(info.getMethodsCondition().getMethods());
                    }
                });
        Set<String> read =
                permissions.rows().stream()
                        .filter(row -> row.role() == Role.AUDITOR)
                        .map(PermissionRow::command)
                        .collect(Collectors.toSet());

        assertThat(read).contains("audit.read", "registration.view", "certificate.register");
        assertThat(read)
                .allSatisfy(command ->
                        assertThat(methods.get(command))
                                .as(command)
                                .containsExactly(RequestMethod.GET));
        assertThat(read).doesNotContainAnyElementsOf(permissions.commandsWithoutPage());
    }

    /**
     * The same from the other side: what an auditor may do by a form, everyone with an account may.
     */
    @Test
    void a_form_that_an_auditor_may_send_is_one_that_every_person_may_send() {
        Set<String> more = new TreeSet<>(permissions.commandsOf(Set.of(Role.AUDITOR)));
        more.removeAll(permissions.commandsOf(Set.of(Role.PERSON)));
        Set<String> sent =
                handlers.getHandlerMethods().entrySet().stream()
                        .filter(one ->
                                !one.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .equals(Set.of(RequestMethod.GET)))
                        .map(one -> one.getValue().getMethodAnnotation(Performs.class))
                        .filter(performs -> performs != null)
                        .map(Performs::value)
                        .collect(Collectors.toSet());

        assertThat(more).isNotEmpty().doesNotContainAnyElementsOf(sent);
    }

    @Test
    void an_auditor_is_one_from_the_first_day_of_the_letter_to_its_last() {
        assertThat(name(ani, "ST/700/1/2026", day(2), day(3))).isEmpty();

        assertThat(accounts.rolesOf(town.id(), ani.id())).containsExactly(Role.PERSON);
        clock.advance(Duration.ofDays(2));
        assertThat(accounts.rolesOf(town.id(), ani.id()))
                .containsExactlyInAnyOrder(Role.PERSON, Role.AUDITOR);
        clock.advance(Duration.ofDays(2));
        assertThat(accounts.rolesOf(town.id(), ani.id())).containsExactly(Role.PERSON);
        assertThat(auditors.of(town.id(), ani.id())).isEmpty();
    }

    @Test
    void every_thing_wrong_with_a_naming_is_said_at_once() {
        assertThat(name(head, " ", day(3), day(2)))
                .containsExactly("auditor.letter", "auditor.dates", "auditor.not-independent");
        assertThat(name(ani, "ST/1", null, null)).containsExactly("auditor.dates");
        assertThat(name(ani, "ST/1", day(-9), day(-1))).containsExactly("auditor.over");
        assertThat(outcomes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RA_OFFICER", "RA_HEAD", "ADMINISTRATOR"})
    void nobody_audits_the_office_they_work_in(Role role) {
        Citizen works = town.withAccount("Budi", role);
        assertThat(name(works, "ST/1", day(0), null)).containsExactly("auditor.not-independent");

        assertThat(name(ani, "ST/1", day(5), null)).isEmpty();
        assertThatThrownBy(() -> accounts.grant(town.id(), ani.id(), role, null))
                .isInstanceOf(Conflict.class)
                .hasMessage("role.is-auditor");
        assertThat(accounts.rolesOf(town.id(), ani.id())).doesNotContain(role);

        auditors.end(town.id(), ani.id(), null);
        accounts.grant(town.id(), ani.id(), role, null);
        assertThat(accounts.rolesOf(town.id(), ani.id())).contains(role);
        assertThat(outcomes()).containsExactly("NAMED", "ENDED");
    }

    @Test
    void an_audit_that_is_over_is_in_nobodys_way() {
        assertThat(name(ani, "ST/1", day(0), day(1))).isEmpty();
        clock.advance(Duration.ofDays(2));

        accounts.grant(town.id(), ani.id(), Role.ADMINISTRATOR, null);

        assertThat(accounts.rolesOf(town.id(), ani.id())).contains(Role.ADMINISTRATOR);
    }

    @Test
    void the_head_names_an_auditor_on_the_page_of_roles_and_what_was_typed_stays() {
        String path = town.at("/pengelola/peran/" + ani.id() + "/auditor");
        assertThat(
                        http.post()
                                .uri(path)
                                .cookie(head.session())
                                .param("letter", "ST/700/9/2026")
                                .param("from", "")
                                .with(Forms.body()))
                .hasStatusOk()
                .bodyText()
                .contains("ST/700/9/2026", "Isi tanggal mulai");
        assertThat(
                        http.post()
                                .uri(path)
                                .cookie(head.session())
                                .param("letter", "ST/700/9/2026")
                                .param("from", "2026-11-23")
                                .with(Forms.body()))
                .hasStatus(302);

        assertThat(http.get().uri(town.at("/pengelola/peran?peran=AUDITOR")).cookie(head.session()))
                .hasStatusOk()
                .bodyText()
                .contains("Ani Inspektur", "ST/700/9/2026");
        assertThat(http.get().uri(town.at("/beranda")).cookie(ani.session()))
                .hasStatusOk()
                .bodyText()
                .contains("Ruang baca auditor", "/pengelola/jejak", "/profil-peraturan");
    }

    @Test
    void an_auditor_reads_people_masked_and_finds_no_form_that_is_refused() {
        Citizen auditor = town.withAccount("Auditor", Role.AUDITOR);
        Citizen budi = town.person("Budi Santoso");

        assertThat(http.get().uri(town.at("/pengelola/pegawai")).cookie(auditor.session()))
                .hasStatusOk()
                .bodyText()
                .contains("••••")
                .doesNotContain(budi.nik(), "/lengkap\"");
        assertThat(
                        http.get()
                                .uri(town.at("/pengelola/pegawai/" + budi.id()))
                                .cookie(auditor.session()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/mutasi", "/pengelola/peran/", budi.nik());
        for (String page :
                List.of(
                        "/pengelola/akun",
                        "/pengelola/peran",
                        "/pengelola/jejak",
                        "/pengelola/jabatan",
                        "/pengelola/sistem",
                        "/pengelola/kotak-keluar",
                        "/petugas/antrean",
                        "/petugas/perkara",
                        "/petugas/sertifikat",
                        "/petugas/loket",
                        "/petugas/aktivasi",
                        "/petugas/kolektif",
                        "/petugas/pencabutan",
                        "/petugas/laporan-kunci",
                        "/petugas/kebijakan")) {
            assertThat(http.get().uri(town.at(page)).cookie(auditor.sessionWithoutFactor()))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .satisfies(text -> assertThat(actions(text)).as(page).isEmpty());
        }
        assertThat(
                        http.method(HttpMethod.POST)
                                .uri(town.at("/ekspor/pegawai/lengkap"))
                                .cookie(auditor.session())
                                .param("reason", "Pemeriksaan tahunan")
                                .with(Forms.body()))
                .hasStatus(403);
    }

    /** Where forms of the page lead, without signing out, searching and taking a list along. */
    private static List<String> actions(String page) {
        return Pattern.compile("<form[^>]*>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(form -> form.contains("method=\"post\""))
                .map(form -> form.replaceAll("(?s).*action=\"([^\"]*)\".*", "$1"))
                .filter(action -> !action.matches(".*/(keluar|cari/.*|ekspor/.*)"))
                .toList();
    }

    private List<String> outcomes() {
        return audit.list(town.id(), "identity.name-auditor", "", null, false, 50).stream()
                .map(AuditEntry::outcome)
                .toList();
    }
}
