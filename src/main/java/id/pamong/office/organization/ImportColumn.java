package id.pamong.office.organization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of people, by the names that stand in its first line. */
public enum ImportColumn {
    NIK(16, "nik"),
    NIP(18, "nip", "ni_pppk", "nip_ni_pppk"),
    TITLE_BEFORE(60, "gelar_depan"),
    NAME(150, "nama", "nama_lengkap"),
    TITLE_AFTER(60, "gelar_belakang"),
    CLASS(30, "status", "status_kepegawaian"),
    RANK(60, "pangkat", "pangkat_golongan"),
    EMAIL(254, "email_dinas", "email", "e_mail_dinas"),
    AGENCY_CODE(40, "kode_pd", "kode_perangkat_daerah"),
    AGENCY_NAME(150, "nama_pd", "perangkat_daerah"),
    PARENT_CODE(40, "kode_pd_induk"),
    POST(200, "jabatan", "nama_jabatan"),
    HEAD(20, "kepala", "kepala_pd"),
    DECREE(80, "sk_kepala"),
    FROM(10, "mulai", "tmt"),
    SUPERIOR(18, "nip_atasan", "atasan");

    private final int longest;
    private final String headings;

    ImportColumn(int longest, String... headings) {
        this.longest = longest;
        this.headings = String.join(" ", headings);
    }

    /** The heading to write. */
    public String heading() {
        return names().getFirst();
    }

    private List<String> names() {
        return List.of(headings.split(" "));
    }

    int longest() {
        return longest;
    }

    /** Without these columns nothing can be read. */
    public boolean isRequired() {
        return switch (this) {
            case NIK, NIP, NAME, CLASS, AGENCY_CODE, POST -> true;
            case TITLE_BEFORE,
                    TITLE_AFTER,
                    RANK,
                    EMAIL,
                    AGENCY_NAME,
                    PARENT_CODE,
                    HEAD,
                    DECREE,
                    FROM,
                    SUPERIOR ->
                    false;
        };
    }

    static Optional<ImportColumn> byHeading(String written) {
        String normal = written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s./-]+", "_");
        return Arrays.stream(values())
                .filter(column -> column.names().contains(normal))
                .findFirst();
    }
}
