package id.pamong.lifecycle.counter;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.counter.CounterDesk.Handed;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.archive.SamplePapers;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.NewSystem;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.SystemCategory;
import id.pamong.office.organization.SystemId;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Paper of the other types, keyed as the online form of the type is. */
@RoomTest
class CounterTypesTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 9, 1);
    private static final String POST = "Plt. Kepala Bidang Kurikulum";

    @Autowired private BeanFactory beans;
    @Autowired private CounterDesk desk;
    @Autowired private CounterKeying keying;
    @Autowired private Enrollment enrollment;
    @Autowired private People people;
    @Autowired private PostRegister posts;
    @Autowired private ElectronicSystems systems;
    @Autowired private MutableClock clock;
    private Town town;
    private Actor rina;
    private PaperFile paper;

    @BeforeEach
    void found() {
        clock.reset();
        town = new Town(beans);
        rina =
                town.as(
                        town.enter("Rina Kartika", EmploymentClass.PNS, "Pranata Komputer"),
                        null,
                        Role.PERSON,
                        Role.RA_OFFICER);
        paper = new PaperFile(beans, town, rina, town.teacher);
    }

    @UnderEachLaw
    @Article({
        "MDN-10(4)",
        "MDN-10(4)a",
        "MDN-10(4)b",
        "MDN-10(4)c",
        "CJR-11(4)",
        "CJR-11(4)a",
        "CJR-11(4)b",
        "CJR-11(4)c"
    })
    void the_paper_of_a_post_is_keyed_with_its_decree_and_its_designation() {
        PostRegister.Outcome post =
                posts.add(
                        town.government, town.education, "Kepala Bidang Kurikulum", new UUID(7, 7));
        posts.enter(
                town.government,
                new NewHolding(
                        new PostId(((PostRegister.Outcome.Entered) post).id()),
                        town.teacher,
                        HeadshipKind.PLT,
                        "821/12/2026",
                        SINCE,
                        SINCE,
                        null,
                        true,
                        true),
                new UUID(7, 7));
        List<String> items =
                List.of(
                        "APPLICATION_LETTER",
                        "COVER_LETTER",
                        "RECOMMENDATION",
                        "APPOINTMENT_DECREE",
                        "AUTHORITY_DESIGNATION",
                        "IDENTITY_CARD");
        receive("POSITION.POST", items);
        Particulars claimed =
                new Particulars(
                        new Particulars.PositionClaim(
                                PositionKind.POST,
                                POST,
                                "821/12/2026",
                                SINCE,
                                POST,
                                SINCE,
                                null,
                                "800/3/2026",
                                SINCE,
                                "Memimpin bidang kurikulum",
                                LocalDate.of(2026, 12, 31)),
                        null,
                        null);

        assertThat(key(Set.of(IntendedUse.DIGITAL_SIGNATURE), claimed, "")).isEmpty();

        Dossier dossier = keyed();
        assertThat(dossier.type()).isEqualTo(CertificateType.POSITION);
        assertThat(dossier.particulars().position()).isEqualTo(claimed.position());
        assertThat(dossier.paper("APPOINTMENT_DECREE")).isPresent();
        assertThat(dossier.paper("AUTHORITY_DESIGNATION")).isPresent();
        assertThat(key(Set.of(IntendedUse.DIGITAL_SIGNATURE), claimed, ""))
                .as("keyed again it is the same application")
                .isEmpty();
        assertThat(keyed().id()).isEqualTo(dossier.id());
        submit();
        assertThat(keyed().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @UnderEachLaw
    @Article({"MDN-10(5)", "MDN-10(5)a", "MDN-10(5)b", "CJR-11(5)", "CJR-11(5)a", "CJR-11(5)b"})
    void the_paper_of_a_system_is_keyed_with_the_request_of_its_host(@TempDir Path host)
            throws Exception {
        SystemId system = register();
        receive(
                "SYSTEM",
                List.of("APPLICATION_LETTER", "COVER_LETTER", "RECOMMENDATION", "IDENTITY_CARD"));
        Particulars claimed =
                new Particulars(
                        null,
                        new Particulars.SystemClaim(system, "", List.of(town.host("antrean")), ""),
                        null);

        assertThat(key(Set.of(IntendedUse.TLS_SERVER), claimed, "kunci saya"))
                .extracting(Finding::field)
                .containsExactly("request");
        assertThat(paper.file().state()).isEqualTo(CounterState.DIVIDED);
        assertThat(key(Set.of(IntendedUse.TLS_SERVER), claimed, request(host))).isEmpty();

        Particulars.SystemClaim kept = Objects.requireNonNull(keyed().particulars().system());
        assertThat(kept.systemName()).isEqualTo("Antrean Sekolah");
        assertThat(kept.readRequest()).isPresent();
        assertThat(key(Set.of(IntendedUse.TLS_SERVER), claimed, "")).isEmpty();
        assertThat(Objects.requireNonNull(keyed().particulars().system()).request())
                .as("the request stays when nothing is pasted")
                .isEqualTo(kept.request());
        submit();
        assertThat(keyed().state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void papers_of_another_type_and_a_type_that_is_not_offered_are_told() {
        Handed handed =
                new Handed(
                        "INDIVIDUAL",
                        nip(),
                        Map.of("APPLICATION_LETTER", "1", "APPOINTMENT_DECREE", "1"),
                        "",
                        ShelfPlace.NONE,
                        false);
        assertThat(refused(handed)).containsExactly("counter.not-for-type");
        assertThat(
                        refused(
                                new Handed(
                                        "KAPAL",
                                        nip(),
                                        Map.of("APPLICATION_LETTER", "1"),
                                        "",
                                        ShelfPlace.NONE,
                                        false)))
                .containsExactly("counter.wants-missing");
    }

    private List<String> refused(Handed handed) {
        return ((CounterDesk.Receiving.Refused) desk.receive(rina, paper.id, handed))
                .findings().stream().map(Finding::code).toList();
    }

    private void receive(String wants, List<String> items) {
        Map<String, String> sheets = new LinkedHashMap<>();
        Map<String, CounterScans.Pages> pages = new LinkedHashMap<>();
        for (String item : items) {
            sheets.put(item, "1");
            String page = String.valueOf(pages.size() + 1);
            pages.put(item, new CounterScans.Pages(page, page));
        }
        assertThat(
                        desk.receive(
                                rina,
                                paper.id,
                                new Handed(wants, nip(), sheets, "", ShelfPlace.NONE, false)))
                .isInstanceOf(CounterDesk.Receiving.Received.class);
        assertThat(paper.scanned(SamplePapers.pdf(items.size()))).isEmpty();
        assertThat(paper.divided(pages, "")).isEmpty();
    }

    private List<Finding> key(Set<IntendedUse> uses, Particulars claimed, String request) {
        return keying.key(
                rina,
                paper.id,
                paper.file().version(),
                new ApplicationDesk.Fields(
                        uses,
                        Set.of(Duty.LETTER),
                        "Pelayanan sekolah",
                        town.address("siti.aminah"),
                        claimed),
                Map.of(
                        Endorsement.Kind.RECOMMENDATION,
                        new LetterDesk.ScanFields(
                                "800/12/2026",
                                "2026-11-20",
                                "Bambang Sutejo, S.Pd.",
                                "Kepala SMP Negeri 4"),
                        Endorsement.Kind.COVER_LETTER,
                        new LetterDesk.ScanFields(
                                "005/1/2026",
                                "2026-11-20",
                                "Sri Wahyuni",
                                "Kepala Dinas Pendidikan")),
                request);
    }

    private void submit() {
        paper.prove();
        assertThat(paper.certified()).isEmpty();
        assertThat(paper.submit()).isEmpty();
    }

    private Dossier keyed() {
        ApplicationId id = Objects.requireNonNull(paper.file().application());
        return enrollment.dossier(town.government, id);
    }

    private String nip() {
        return Objects.requireNonNull(people.get(town.government, town.teacher).nip());
    }

    private SystemId register() {
        SystemId id =
                ((ElectronicSystems.Outcome.Entered)
                                systems.register(
                                        town.government,
                                        new NewSystem(
                                                town.education,
                                                "Antrean Sekolah",
                                                SystemCategory.HIGH,
                                                List.of(town.host("antrean"))),
                                        new UUID(7, 7)))
                        .system();
        systems.nameResponsible(town.government, id, nip(), "800/1/2026", SINCE, new UUID(7, 7));
        return id;
    }

    private String request(Path host) throws Exception {
        new OpenSsl(host)
                .run(
                        "req",
                        "-new",
                        "-nodes",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-subj",
                        "/CN=" + town.host("antrean"),
                        "-keyout",
                        "key.pem",
                        "-out",
                        "csr.pem");
        return Files.readString(host.resolve("csr.pem"));
    }
}
