package id.pamong.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private DemoCity() {}

    /** Everyone with an account. */
    static List<DemoPerson> everyone() {
        return Stream.concat(OFFICE.stream(), IMPORTED.stream()).toList();
    }

    /** The file that the administrator imports. */
    static byte[] csv() {
        String heading =
                "nik;nip;gelar_depan;nama;gelar_belakang;status;pangkat;email_dinas;kode_pd;nama_pd;"
                        + "jabatan;kepala;sk_kepala;mulai;nip_atasan";
        String lines = IMPORTED.stream().map(DemoCity::line).collect(Collectors.joining("\r\n"));
        return (heading + "\r\n" + lines + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String line(DemoPerson person) {
        return String.join(
                ";",
                person.nik(),
                person.nip(),
                person.before(),
                person.name(),
                person.after(),
                "PNS",
                person.rank(),
                person.email(),
                person.agencyCode(),
                person.agencyName(),
                person.post(),
                person.head() ? "ya" : "",
                person.head() ? "821.2/114/2025" : "",
                "2025-01-06",
                person.superiorNip());
    }
}
