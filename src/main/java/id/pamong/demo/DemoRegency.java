package id.pamong.demo;

import java.util.List;
import java.util.Map;

/**
 * A second local government of the demo, under another regulation and in the same installation:
 * made-up people of a regency, among them an officer and an applicant who are PPPK and an acting
 * head of an agency.
 */
final class DemoRegency {
    private static final List<DemoPerson> OFFICE =
            List.of(
                    new DemoPerson(
                            "cianjur.head",
                            "Kepala Diskominfo Cianjur (kepala OP) / head of the RA office",
                            "",
                            "Tedi Kurniawan",
                            "S.T., M.Si.",
                            "3203011205700001",
                            "197005121996031003",
                            "Pembina Utama Muda (IV/c)",
                            "tedi.kurniawan@diskominfo.cianjurkab.go.id",
                            "DISKOMINFO",
                            "Dinas Komunikasi, Informatika, dan Persandian",
                            "Kepala Dinas Komunikasi, Informatika, dan Persandian",
                            true,
                            "",
                            "gunung-gede-pagi-hari-70",
                            "PNS",
                            "ya"),
                    new DemoPerson(
                            "cianjur.officer1",
                            "Pengelola OP pertama / first RA officer",
                            "",
                            "Neneng Suryani",
                            "S.Kom.",
                            "3203024709860002",
                            "198609072010012005",
                            "Penata (III/c)",
                            "neneng.suryani@diskominfo.cianjurkab.go.id",
                            "DISKOMINFO",
                            "Dinas Komunikasi, Informatika, dan Persandian",
                            "Sandiman Ahli Muda",
                            false,
                            "197005121996031003",
                            "sandi-pandan-wangi-cianjur",
                            "PNS",
                            ""),
                    new DemoPerson(
                            "cianjur.officer2",
                            "Pengelola OP kedua, seorang PPPK (CJR-21(1)) / second RA officer, a PPPK",
                            "",
                            "Asep Ramdani",
                            "S.T.",
                            "3203031103910003",
                            "199103112024211002",
                            "IX",
                            "asep.ramdani@diskominfo.cianjurkab.go.id",
                            "DISKOMINFO",
                            "Dinas Komunikasi, Informatika, dan Persandian",
                            "Pranata Komputer Ahli Pertama",
                            false,
                            "197005121996031003",
                            "loket-dua-buka-sampai-sore",
                            "PPPK",
                            ""));

    static final DemoPerson SECRETARY =
            new DemoPerson(
                    "cianjur.secretary",
                    "Sekretaris Daerah, atasan kepala Perangkat Daerah / regional secretary",
                    "Dr.",
                    "Cecep Alamsyah",
                    "S.H., M.Si.",
                    "3203011708680006",
                    "196808171994031008",
                    "Pembina Utama Madya (IV/d)",
                    "cecep.alamsyah@setda.cianjurkab.go.id",
                    "SETDA",
                    "Sekretariat Daerah",
                    "Sekretaris Daerah",
                    true,
                    "",
                    "pendopo-hujan-sore-1968",
                    "PNS",
                    "ya");

    private static final List<DemoPerson> IMPORTED =
            List.of(
                    SECRETARY,
                    new DemoPerson(
                            "cianjur.agencyHead",
                            "Plt. Kepala Dinas Kesehatan / acting head of the agency",
                            "dr.",
                            "Lilis Rohaeti",
                            "M.Kes.",
                            "3203015410720004",
                            "197210141999032006",
                            "Pembina Tk. I (IV/b)",
                            "lilis.rohaeti@dinkes.cianjurkab.go.id",
                            "DINKES",
                            "Dinas Kesehatan",
                            "Sekretaris Dinas Kesehatan",
                            false,
                            "",
                            "puskesmas-siaga-cipanas",
                            "PNS",
                            "Plt"),
                    new DemoPerson(
                            "cianjur.superior",
                            "Atasan pemohon / superior",
                            "",
                            "Ujang Hidayat",
                            "S.K.M.",
                            "3203020506780005",
                            "197806052003121004",
                            "Pembina (IV/a)",
                            "ujang.hidayat@dinkes.cianjurkab.go.id",
                            "DINKES",
                            "Dinas Kesehatan",
                            "Kepala Bidang Pelayanan Kesehatan",
                            false,
                            "197210141999032006",
                            "bidang-yankes-cugenang-78",
                            "PNS",
                            ""),
                    new DemoPerson(
                            "cianjur.applicant",
                            "Pemohon, PPPK / applicant, a PPPK",
                            "",
                            "Rini Marlina",
                            "A.Md.Keb.",
                            "3203034402930006",
                            "199302042023212007",
                            "VII",
                            "rini.marlina@dinkes.cianjurkab.go.id",
                            "DINKES",
                            "Dinas Kesehatan",
                            "Bidan Terampil",
                            false,
                            "197806052003121004",
                            "bidan-desa-sukanagara-93",
                            "PPPK",
                            ""));

    static final DemoGovernment GOVERNMENT =
            new DemoGovernment(
                    "cianjur",
                    "perbup-18-2018",
                    Map.ofEntries(
                            Map.entry("name", "Pemerintah Kabupaten Cianjur"),
                            Map.entry("kind", "KABUPATEN"),
                            Map.entry("slug", "cianjur"),
                            Map.entry("place", "Cianjur"),
                            Map.entry("zone", "WIB"),
                            Map.entry("headTitle", "Bupati"),
                            Map.entry("deputyTitle", "Wakil Bupati"),
                            Map.entry("province", "Jawa Barat"),
                            Map.entry("regionCode", "32.03"),
                            Map.entry("mailDomains", "cianjurkab.go.id"),
                            Map.entry("accent", "#1c6b3a"),
                            Map.entry(
                                    "letterhead",
                                    "Jalan Contoh Nomor 2, Cianjur 43211\n"
                                            + "Pos-el diskominfo@cianjurkab.go.id (contoh)")),
                    OFFICE,
                    IMPORTED,
                    "PKS.2/CONTOH/2026",
                    "Beras Pandan Wangi 43211, Pulen");

    /** Plt. Kepala Dinas Kesehatan. */
    static final DemoPerson ACTING_HEAD = named("cianjur.agencyHead");

    /** Answers for the system. */
    static final DemoPerson RESPONSIBLE = named("cianjur.superior");

    static final String PASSPHRASE = "Manisan Pala dan Tauco 1968, Segar";

    private DemoRegency() {}

    private static DemoPerson named(String key) {
        return IMPORTED.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
