package id.pamong.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What the second government shows beside the first: a certificate of a post held by an acting
 * head, and one of an electronic system.
 */
final class RegencySteps {
    private static final String DECREE = "821.2/114/2025";
    private static final String ACTING_AS = "Plt. Kepala Dinas Kesehatan";
    private static final String SYSTEM = "Rujukan Pasien Cianjur";
    private static final String HOST = "rujukan.cianjurkab.go.id";
    private static final String SYSTEMS = "/pengelola/sistem";

    private final Walk walk;

    RegencySteps(Walk walk) {
        this.walk = walk;
    }

    /** The acting head's road to the certificate of the post. */
    Road post() {
        return new Road(
                "cianjur.post",
                "POSITION",
                "DIGITAL_SIGNATURE",
                "Menandatangani surat dinas selaku pelaksana tugas kepala dinas.",
                DemoRegency.ACTING_HEAD,
                DemoRegency.SECRETARY,
                DemoRegency.SECRETARY,
                DemoRegency.PASSPHRASE,
                this::claimPost);
    }

    /** The road of the system, whose responsible person applies. */
    Road system() {
        return new Road(
                "cianjur.system",
                "SYSTEM",
                "TLS_SERVER",
                "Melindungi rujukan yang dikirim puskesmas ke rumah sakit.",
                DemoRegency.RESPONSIBLE,
                DemoRegency.ACTING_HEAD,
                DemoRegency.ACTING_HEAD,
                "",
                this::claimSystem);
    }

    private void claimPost(Visitor applicant, String path) {
        LocalDate today = walk.today();
        WebForm form = applicant.open(path).formTo("/isian");
        applicant.send(
                form.fill("positionName", ACTING_AS)
                        .fill("decreeNumber", DECREE)
                        .fill("decreeOn", "2025-01-06")
                        .fill("decreePost", ACTING_AS)
                        .fill("decreeFrom", "2025-01-06")
                        .fillIfThere("designationNumber", "800/12/CONTOH")
                        .fillIfThere("designationOn", "2025-01-06")
                        .fillIfThere("designationFor", "Memimpin Dinas Kesehatan")
                        .fillIfThere("designationUntil", today.plusYears(1).toString()));
        scan(applicant, path, "APPOINTMENT_DECREE", "KEPUTUSAN BUPATI CIANJUR");
        scan(applicant, path, "AUTHORITY_DESIGNATION", "SURAT PENUNJUKAN WEWENANG");
    }

    private static void scan(Visitor applicant, String path, String item, String title) {
        WebForm form = applicant.open(path).formTo("/isian");
        if (form.hasButtonTo("/berkas/" + item)) {
            applicant.send(
                    form.attach(
                                    item,
                                    DemoPapers.scan(
                                            item.toLowerCase(java.util.Locale.ROOT) + ".png",
                                            title,
                                            List.of(
                                                    "Nomor " + DECREE,
                                                    DemoRegency.ACTING_HEAD.displayName(),
                                                    "sebagai " + ACTING_AS,
                                                    "terhitung mulai 6 Januari 2025")))
                            .pressTo("/berkas/" + item));
        }
    }

    /** The head of the agency registers the system and names who answers for it. */
    void register() {
        Visitor head = walk.as(DemoRegency.ACTING_HEAD);
        WebPage list = head.open(walk.at(SYSTEMS));
        WebPage system =
                list.linkBeside(SYSTEM, SYSTEMS + "/")
                        .map(head::open)
                        .orElseGet(() -> {
                            WebForm form = list.formWith("hosts", "category");
                            return head.send(
                                    form.fill("agency", DemoRegency.ACTING_HEAD.agencyName())
                                            .fill("name", SYSTEM)
                                            .fill("category", "HIGH")
                                            .fill("hosts", HOST));
                        });
        if (!system.text().contains(DemoRegency.RESPONSIBLE.name())) {
            head.send(
                    system.formTo("/penanggung-jawab")
                            .fill("nip", DemoRegency.RESPONSIBLE.nip())
                            .fill("decree", "800/13/CONTOH"));
        }
    }

    private void claimSystem(Visitor applicant, String path) {
        applicant.send(applicant.open(path).formTo("/isian").fill("system", SYSTEM));
        WebForm form = applicant.open(path).formTo("/isian");
        if (form.has("hosts")) {
            form.tick("hosts", HOST);
        }
        applicant.send(form.fill("requestText", SigningRequestOfHost.make(HOST)).pressTo("/csr"));
    }

    /** The certificate with its chain, as the host needs it. */
    void takeToHost() {
        Visitor owner = walk.as(DemoRegency.RESPONSIBLE);
        WebPage list = owner.open(walk.at("/sertifikat"));
        WebPage certificate =
                owner.open(
                        list.link("/sertifikat/")
                                .orElseThrow(() -> new StepFailed("no certificate on " + list)));
        WebPage chain =
                owner.look(
                        certificate
                                .link("/rantai.pem")
                                .orElseThrow(() -> new StepFailed("no chain on " + certificate)));
        walk.journal().keep(system().file("chain.pem"), chain.body());
    }
}
