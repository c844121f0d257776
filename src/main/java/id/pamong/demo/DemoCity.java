package id.pamong.demo;

import java.util.List;
import java.util.Map;

/** A synthetic Kota Madiun: nobody in it exists. */
final class DemoCity {
    static final String SLUG = "madiun";
    static final String PASSPHRASE = "Sepur Pagi 1927 ke Madiun!";
    static final String OFFICER_PASSPHRASE = "Loket Depan 2026, Selalu Buka";
    static final String CEREMONY_PASSPHRASE = "Akar Jati Dolopo 88 Tumbuh Tegak";

    private static final String RA = "Dinas Komunikasi dan Informatika";
    private static final String EDUCATION = "Dinas Pendidikan";

    /** Head of the registration authority's office. */
    static final DemoPerson HEAD =
            new DemoPerson(
                    "head",
                    "Kepala Dinas Kominfo (kepala Otoritas Pendaftaran) / head of the RA office",
                    "Dr.",
                    "Noor Hidayat",
                    "S.Kom., M.T.",
                    "3577011708710001",
                    "197108171997031004",
                    "Pembina Utama Muda (IV/c)",
                    "noor.hidayat@kominfo.madiunkota.go.id",
                    "KOMINFO",
                    RA,
                    "Kepala Dinas Komunikasi dan Informatika",
                    true,
                    "",
                    "kepala-dinas-yang-sabar-17");

    /** First officer of the registration authority. */
    static final DemoPerson FIRST_OFFICER =
            new DemoPerson(
                    "officer1",
                    "Pengelola Otoritas Pendaftaran pertama / first RA officer",
                    "",
                    "Rina Kusumawati",
                    "S.Kom.",
                    "3577024504880002",
                    "198804052011012003",
                    "Penata Tk. I (III/d)",
                    "rina.kusumawati@kominfo.madiunkota.go.id",
                    "KOMINFO",
                    RA,
                    "Pranata Komputer Ahli Muda",
                    false,
                    HEAD.nip(),
                    "loket-satu-buka-jam-delapan");

    /** Second officer of the registration authority. */
    static final DemoPerson SECOND_OFFICER =
            new DemoPerson(
                    "officer2",
                    "Pengelola Otoritas Pendaftaran kedua / second RA officer",
                    "",
                    "Dimas Ardianto",
                    "S.T.",
                    "3577032309900001",
                    "199009232015031002",
                    "Penata (III/c)",
                    "dimas.ardianto@kominfo.madiunkota.go.id",
                    "KOMINFO",
                    RA,
                    "Sandiman Ahli Muda",
                    false,
                    HEAD.nip(),
                    "sandi-dua-kali-lipat-aman");

    /** Head of the applicant's agency. */
    static final DemoPerson AGENCY_HEAD =
            new DemoPerson(
                    "agencyHead",
                    "Kepala Dinas Pendidikan (surat pengantar) / head of the agency",
                    "Dra.",
                    "Endang Sulistyowati",
                    "M.Pd.",
                    "3577016203690001",
                    "196903221994032005",
                    "Pembina Utama Muda (IV/c)",
                    "endang.sulistyowati@pendidikan.madiunkota.go.id",
                    "DINDIK",
                    EDUCATION,
                    "Kepala Dinas Pendidikan",
                    true,
                    "",
                    "sekolah-ramah-anak-madiun");

    /** The applicant's superior. */
    static final DemoPerson SUPERIOR =
            new DemoPerson(
                    "superior",
                    "Atasan pemohon (rekomendasi) / superior",
                    "",
                    "Bambang Prasetyo",
                    "S.Pd., M.M.",
                    "3577021501750003",
                    "197501151999031006",
                    "Pembina (IV/a)",
                    "bambang.prasetyo@pendidikan.madiunkota.go.id",
                    "DINDIK",
                    EDUCATION,
                    "Kepala Bidang Pembinaan Sekolah Dasar",
                    false,
                    AGENCY_HEAD.nip(),
                    "bidang-sd-kartoharjo-maju");

    /** Who applies, becomes the owner, and signs. */
    static final DemoPerson APPLICANT =
            new DemoPerson(
                    "applicant",
                    "Pemohon, lalu pemilik sertifikat / applicant, then owner",
                    "",
                    "Siti Rahmawati",
                    "S.Pd., M.Pd.",
                    "3577035204850001",
                    "198504122010012007",
                    "Penata Tk. I (III/d)",
                    "siti.rahmawati@pendidikan.madiunkota.go.id",
                    "DINDIK",
                    EDUCATION,
                    "Kepala Seksi Kurikulum Sekolah Dasar",
                    false,
                    SUPERIOR.nip(),
                    "kurikulum-pecel-dan-brem-85");

    static final List<DemoPerson> OFFICE = List.of(HEAD, FIRST_OFFICER, SECOND_OFFICER);

    /** Who comes by CSV. */
    static final List<DemoPerson> IMPORTED = List.of(AGENCY_HEAD, SUPERIOR, APPLICANT);

    /** The local government of the main walk. */
    static final DemoGovernment GOVERNMENT =
            new DemoGovernment(
                    SLUG,
                    "perwal-30-2019",
                    Map.ofEntries(
                            Map.entry("asnScope", "UNANSWERED"),
                            Map.entry("name", "Pemerintah Kota Madiun"),
                            Map.entry("kind", "KOTA"),
                            Map.entry("slug", SLUG),
                            Map.entry("place", "Madiun"),
                            Map.entry("zone", "WIB"),
                            Map.entry("headTitle", "Wali Kota"),
                            Map.entry("deputyTitle", "Wakil Wali Kota"),
                            Map.entry("province", "Jawa Timur"),
                            Map.entry("regionCode", "35.77"),
                            Map.entry("mailDomains", "madiunkota.go.id"),
                            Map.entry("accent", "#1f5fa8"),
                            Map.entry(
                                    "letterhead",
                                    "Jalan Contoh Nomor 1, Madiun 63100\n"
                                            + "Pos-el kominfo@madiunkota.go.id (contoh)")),
                    OFFICE,
                    IMPORTED,
                    "PKS.1/CONTOH/2026",
                    OFFICER_PASSPHRASE);

    private DemoCity() {}
}
