package id.pamong.office.organization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a file of people, by the names that stand over them in the exports of personnel
 * systems. A heading is compared in lower case and without anything but letters and digits.
 */
public enum ImportColumn {
    NIK(
            16,
            "nik",
            "no nik",
            "nomor nik",
            "nik ktp",
            "no ktp",
            "nomor ktp",
            "nomor induk kependudukan",
            "no induk kependudukan",
            "no identitas",
            "nomor identitas"),
    NIP(
            18,
            "nip",
            "nip baru",
            "no nip",
            "nomor induk pegawai",
            "ni pppk",
            "nip ni pppk",
            "nip nippppk",
            "nip nipppk",
            "nipppk",
            "nip pppk",
            "nomor induk pppk",
            "nomor induk pegawai nip",
            "nip nik"),
    TITLE_BEFORE(
            60,
            "gelar_depan",
            "gelar dpn",
            "glr depan",
            "glr dpn",
            "gelar di depan",
            "gelar depan nama",
            "gelar sebelum nama",
            "gelar awal"),
    NAME(
            150,
            "nama",
            "nama lengkap",
            "nama pegawai",
            "nama asn",
            "nama pns",
            "nama tanpa gelar",
            "nama sesuai ktp",
            "nama ktp",
            "nama dan gelar",
            "nama gelar",
            "nama lengkap dan gelar",
            "nama lengkap gelar",
            "nama dengan gelar"),
    TITLE_AFTER(
            60,
            "gelar_belakang",
            "gelar blk",
            "gelar blkg",
            "glr belakang",
            "glr blk",
            "gelar di belakang",
            "gelar belakang nama",
            "gelar sesudah nama",
            "gelar akhir"),
    CLASS(
            60,
            "status",
            "status_kepegawaian",
            "status pegawai",
            "status asn",
            "jenis pegawai",
            "jenis kepegawaian",
            "jenis asn"),
    RANK(60, "pangkat", "pangkat_golongan", "pangkat gol", "pangkat gol ruang", "nama pangkat"),
    GRADE(
            30,
            "golongan",
            "gol",
            "gol ruang",
            "golongan ruang",
            "gol akhir",
            "golongan akhir",
            "gol terakhir"),
    BIRTH(20, "tanggal_lahir", "tgl lahir", "tgl lhr", "tanggal lhr", "tanggal kelahiran"),
    EMAIL(
            254,
            "email_dinas",
            "email",
            "e mail",
            "surel",
            "alamat email",
            "email kedinasan",
            "email resmi",
            "email instansi",
            "email go id",
            "surel dinas"),
    AGENCY_CODE(
            40,
            "kode_pd",
            "kode_perangkat_daerah",
            "kode opd",
            "kode skpd",
            "kode unit kerja",
            "kode unor",
            "kode unit organisasi",
            "kode satker",
            "id unor",
            "id opd",
            "id skpd"),
    AGENCY_NAME(
            150,
            "nama_pd",
            "perangkat_daerah",
            "nama perangkat daerah",
            "pd",
            "opd",
            "nama opd",
            "skpd",
            "nama skpd",
            "unit kerja",
            "nama unit kerja",
            "unor induk",
            "unor",
            "nama unor",
            "unit organisasi",
            "satuan kerja",
            "satker",
            "instansi kerja",
            "tempat tugas"),
    PARENT_CODE(
            40,
            "kode_pd_induk",
            "kode opd induk",
            "kode skpd induk",
            "kode perangkat daerah induk"),
    POST(
            200,
            "jabatan",
            "nama_jabatan",
            "jabatan terakhir",
            "nama jabatan terakhir",
            "jabatan saat ini"),
    HEAD(20, "kepala", "kepala_pd", "kepala opd"),
    DECREE(80, "sk_kepala", "no sk", "nomor sk", "no sk jabatan", "nomor sk jabatan"),
    DECREE_ON(20, "tgl_sk", "tanggal sk", "tgl sk jabatan", "tanggal sk jabatan"),
    FROM(20, "mulai", "tmt", "tmt jabatan", "tmt jab", "mulai menjabat", "tmt mutasi"),
    SUPERIOR(18, "nip_atasan", "atasan", "nip atasan langsung", "atasan langsung");

    private static final Set<ImportColumn> REQUIRED = Set.of(NIK, NIP, NAME, CLASS, POST);
    private static final Set<ImportColumn> SEVERAL = Set.of(TITLE_BEFORE, TITLE_AFTER);

    private final int longest;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    ImportColumn(int longest, String... names) {
        this.longest = longest;
        this.names = List.of(names);
    }

    /** The heading to write. */
    public String heading() {
        return names.getFirst().replace(' ', '_');
    }

    /** Every heading that is understood, as people write them. */
    public List<String> headings() {
        return names.stream().map(name -> name.replace('_', ' ')).toList();
    }

    int longest() {
        return longest;
    }

    /** Without these columns nothing can be read; of agency code and name one is needed. */
    public boolean isRequired() {
        return REQUIRED.contains(this);
    }

    /** Titles may stand in several columns, which are joined. */
    boolean mayRepeat() {
        return SEVERAL.contains(this);
    }

    static Optional<ImportColumn> byHeading(String written) {
        String wanted = normal(written);
        ImportColumn column = Known.BY_NAME.get(wanted);
        if (column != null) {
            return Optional.of(column);
        }
        return Optional.ofNullable(Known.BY_NAME.get(wanted.replaceAll("[0-9]+$", "")))
                .filter(ImportColumn::mayRepeat);
    }

    /** Headings in the form in which they are compared. */
    private static final class Known {
        static final Map<String, ImportColumn> BY_NAME =
                Arrays.stream(ImportColumn.values())
                        .flatMap(column ->
                                column.names.stream().map(name -> Map.entry(normal(name), column)))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (first, next) -> first));
    }

    /** What stands in brackets below a heading explains it: {@code NIK (16 digit)}. */
    private static String normal(String written) {
        return written.toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)|\\*", " ")
                .replaceAll("[^a-z0-9]+", "");
    }
}
