package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PeopleImportTest {
    private static final UUID BY = UUID.randomUUID();
    private static final String HEADING =
            "nik;nip;gelar_depan;nama;gelar_belakang;status;pangkat;email_dinas;kode_pd;nama_pd;"
                    + "jabatan;kepala;mulai;nip_atasan\n";
    private static final String HEAD =
            "3577014310700001;197010031995032001;Dra.;Sri Wahyuni;M.M.;PNS;Pembina"
                    + " (IV/a);sri@madiunkota.go.id;DIKNAS;Dinas Pendidikan;Kepala Dinas"
                    + " Pendidikan;definitif;2024-01-02;\n";
    private static final String TEACHER =
            "3577010101900001;199001012015011001;;Budi Santoso;S.Pd.;PNS;Penata"
                    + " (III/c);budi@madiunkota.go.id;DIKNAS;;Guru;;2024-02-01;197010031995032001\n";

    @Autowired private PeopleImport peopleImport;
    @Autowired private People people;
    @Autowired private LocalGovernments governments;
    @Autowired private AuditTrail audit;
    @Autowired private ImportWork work;
    @Autowired private MutableClock clock;
    private LocalGovernmentId government;

    @BeforeEach
    void found() {
        government =
                governments.create(
                        new NewLocalGovernment(
                                "impor-" + UUID.randomUUID().toString().substring(0, 8),
                                "Pemerintah Kota Madiun",
                                GovernmentKind.KOTA,
                                "Madiun",
                                "Wali Kota",
                                "Wakil Wali Kota",
                                "Jawa Timur",
                                "35.77",
                                Zone.WIB,
                                "perwal-30-2019",
                                List.of("madiunkota.go.id"),
                                "#0b5394",
                                List.of()),
                        null);
    }

    @Test
    void a_dry_run_reports_and_changes_nothing() {
        UUID file =
                peopleImport.keep(government, "pegawai.csv", bytes(HEADING + HEAD + TEACHER), BY);

        peopleImport.work(government, file, Duration.ofSeconds(30));
        ImportReport report = peopleImport.report(government, file);

        assertThat(report.count(ImportReport.Outcome.NEW)).isEqualTo(2);
        assertThat(people.search(government, "", null, null, 10)).isEmpty();
        assertThat(people.agencies(government)).isEmpty();
        assertThat(audit.historyOf(government, "people-file", file))
                .extracting("command")
                .containsExactly("organization.upload-people");
    }

    @Test
    @Article({"MDN-1.4", "MDN-1.7"})
    void an_import_brings_people_agency_head_and_superior() {
        peopleImport.run(government, bytes(HEADING + HEAD + TEACHER), BY);

        Person budi = people.byNik(government, "3577010101900001").orElseThrow();
        assertThat(budi.displayName()).isEqualTo("Budi Santoso, S.Pd.");
        assertThat(budi.maskedNik()).isEqualTo("3577••••••••0001");
        assertThat(budi.groupedNip()).isEqualTo("19900101 201501 1 001");
        assertThat(budi.hasConfirmedEmail()).isFalse();
        LocalDate day = LocalDate.of(2026, 11, 21);
        assertThat(people.superiorOf(government, budi.id(), day))
                .map(Person::displayName)
                .contains("Dra. Sri Wahyuni, M.M.");
        assertThat(people.headshipOf(government, budi.agency(), day))
                .map(Headship::signatureTitle)
                .contains("Kepala Dinas Pendidikan");
        assertThat(people.revealNik(government, budi.id())).isEqualTo("3577010101900001");
    }

    @Test
    void importing_again_doubles_nobody_and_a_changed_line_updates_the_person() {
        peopleImport.run(government, bytes(HEADING + HEAD + TEACHER), BY);

        ImportReport again = peopleImport.run(government, bytes(HEADING + HEAD + TEACHER), BY);
        ImportReport changed =
                peopleImport.run(
                        government,
                        bytes(HEADING + TEACHER.replace(";Guru;", ";Kepala Sekolah;")),
                        BY);

        assertThat(again.count(ImportReport.Outcome.SAME)).isEqualTo(2);
        assertThat(changed.count(ImportReport.Outcome.CHANGED)).isEqualTo(1);
        assertThat(people.search(government, "budi", null, null, 10))
                .extracting(Person::post)
                .containsExactly("Kepala Sekolah");
    }

    @Test
    @Article("MDN-1.7")
    void a_bad_line_says_everything_at_once_and_costs_no_good_one() {
        String bad = "12;x;;;;PEGAWAI;;budi;NIHIL;;;ya?x;31-02-2024;\n";

        ImportReport report = peopleImport.run(government, bytes(HEADING + bad + HEAD), BY);

        assertThat(report.lines())
                .extracting(ImportReport.Line::outcome)
                .containsExactly(ImportReport.Outcome.REFUSED, ImportReport.Outcome.NEW);
        assertThat(report.lines().getFirst().findings())
                .extracting(Finding::code)
                .contains(
                        "import.missing",
                        "import.class",
                        "import.head",
                        "import.date",
                        "import.agency-unknown");
    }

    @Test
    void the_same_nik_twice_in_a_file_names_the_first_line() {
        ImportReport report = peopleImport.dryRun(government, bytes(HEADING + HEAD + HEAD));

        assertThat(report.lines().getLast().findings())
                .filteredOn(found -> found.code().equals("import.twice-in-file"))
                .extracting(Finding::arguments)
                .contains(List.of("nik", 2));
    }

    @Test
    void the_confirmed_mailbox_of_a_person_is_not_replaced_by_an_import() {
        peopleImport.run(government, bytes(HEADING + HEAD), BY);
        PersonId sri = people.byNip(government, "197010031995032001").orElseThrow().id();
        people.confirmEmail(
                government, sri, "sri@madiunkota.go.id", Instant.parse("2026-11-21T03:00:00Z"));

        peopleImport.run(
                government, bytes(HEADING + HEAD.replace("sri@madiunkota", "lain@madiunkota")), BY);

        assertThat(people.get(government, sri).officialEmail()).isEqualTo("sri@madiunkota.go.id");
    }

    @Test
    void another_local_government_sees_nothing_of_it() {
        peopleImport.run(government, bytes(HEADING + HEAD), BY);
        LocalGovernmentId first = government;
        found();

        assertThat(people.byNik(government, "3577014310700001")).isEmpty();
        assertThat(people.byNik(first, "3577014310700001")).isPresent();
        assertThat(people.search(government, "", null, null, 10)).isEmpty();
    }

    @Test
    void a_file_that_was_cut_off_is_finished_behind_its_last_piece() {
        UUID file =
                peopleImport.keep(government, "pegawai.csv", bytes(HEADING + HEAD + TEACHER), BY);
        peopleImport.work(government, file, Duration.ofSeconds(30));
        peopleImport.begin(government, file, BY);
        // Nobody works on it: as after a crash between the pieces.
        assertThat(peopleImport.get(government, file).state()).isEqualTo(FileState.IMPORTING);

        clock.advance(ImportWork.SILENCE.plusSeconds(1));
        work.resumeAll();

        assertThat(peopleImport.get(government, file).state()).isEqualTo(FileState.DONE);
        assertThat(peopleImport.counts(government, file))
                .containsEntry(ImportReport.Outcome.NEW, 2);
        assertThat(people.byNik(government, "3577010101900001")).isPresent();
    }

    @Test
    void a_second_word_to_import_does_nothing() {
        UUID file = peopleImport.keep(government, "p.csv", bytes(HEADING + HEAD), BY);
        peopleImport.work(government, file, Duration.ofSeconds(30));
        peopleImport.begin(government, file, BY);
        peopleImport.work(government, file, Duration.ofSeconds(30));

        peopleImport.begin(government, file, BY);

        assertThat(peopleImport.get(government, file).state()).isEqualTo(FileState.DONE);
        assertThat(audit.historyOf(government, "people-file", file))
                .extracting("command")
                .containsExactly("organization.upload-people", "organization.import-people");
    }

    @Test
    void agencies_without_a_code_are_known_by_their_name() {
        String heading = "NIK;NIP;NAMA;STATUS PEGAWAI;JABATAN;UNIT KERJA\n";
        String budi = "3577010101900001;199001012015011001;Budi;PNS;Guru;Dinas Pendidikan\n";
        String ani = "3577014201900002;199001022015012002;Ani;PNS;Guru;DINAS  PENDIDIKAN\n";

        peopleImport.run(government, bytes(heading + budi + ani), BY);

        assertThat(people.agencies(government))
                .extracting(Agency::code, Agency::name)
                .containsExactly(tuple("DINAS-PENDIDIKAN", "Dinas Pendidikan"));
        assertThat(people.search(government, "", null, null, 10)).hasSize(2);
    }

    @Test
    void a_nik_that_belongs_to_another_name_does_not_rename_anyone() {
        peopleImport.run(government, bytes(HEADING + HEAD + TEACHER), BY);

        ImportReport report =
                peopleImport.run(
                        government,
                        bytes(HEADING + TEACHER.replace("Budi Santoso", "Agus Wijaya")),
                        BY);

        assertThat(report.lines().getFirst().findings())
                .extracting(Finding::code)
                .contains("import.nik-other-name");
        assertThat(people.byNik(government, "3577010101900001").orElseThrow().nameOnly())
                .isEqualTo("Budi Santoso");
    }

    @Test
    void the_nip_of_a_pppk_who_becomes_a_civil_servant_still_finds_the_person() {
        String pppk =
                TEACHER.replace("199001012015011001", "199001012021211001")
                        .replace(";PNS;", ";PPPK;");
        peopleImport.run(government, bytes(HEADING + HEAD + pppk), BY);

        ImportReport report = peopleImport.run(government, bytes(HEADING + HEAD + TEACHER), BY);

        assertThat(report.lines().getLast().findings())
                .extracting(Finding::code)
                .contains("import.nip-changed");
        assertThat(people.byNip(government, "199001012021211001"))
                .isEqualTo(people.byNip(government, "199001012015011001"))
                .isPresent();
        assertThat(peopleImport.run(government, bytes(HEADING + HEAD + TEACHER), BY).lines())
                .extracting(ImportReport.Line::outcome)
                .containsOnly(ImportReport.Outcome.SAME);
    }

    @Test
    @Article("MDN-1.7")
    void damaged_numbers_are_named_and_only_their_lines_are_refused() {
        String damaged = TEACHER.replace("199001012015011001", "1,99001E+17");

        ImportReport report = peopleImport.run(government, bytes(HEADING + HEAD + damaged), BY);

        assertThat(report.lines())
                .extracting(ImportReport.Line::outcome)
                .containsExactly(ImportReport.Outcome.NEW, ImportReport.Outcome.REFUSED);
        assertThat(report.lines().getLast().findings())
                .extracting(Finding::code)
                .containsExactly("import.scientific-number");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
