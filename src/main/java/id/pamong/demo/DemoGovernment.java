package id.pamong.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A local government of the demo.
 *
 * @param regulation id of the regulation it is under
 * @param fields of the first step of the ceremony, by their names
 * @param office the head and the two officers, who are entered by hand
 * @param imported who comes by CSV
 * @param agreement number of the agreement with the certification authority
 */
record DemoGovernment(
        String slug,
        String regulation,
        Map<String, String> fields,
        List<DemoPerson> office,
        List<DemoPerson> imported,
        String agreement,
        String officerPassphrase) {

    DemoPerson head() {
        return office.getFirst();
    }

    List<DemoPerson> officers() {
        return office.subList(1, office.size());
    }

    /** Everyone who is known. */
    List<DemoPerson> everyone() {
        return Stream.concat(office.stream(), imported.stream()).toList();
    }

    /** The file that the administrator imports. */
    byte[] csv() {
        String heading =
                "nik;nip;gelar_depan;nama;gelar_belakang;status;pangkat;email_dinas;kode_pd;nama_pd;"
                        + "jabatan;kepala;sk_kepala;mulai;nip_atasan";
        String lines =
                imported.stream().map(DemoGovernment::line).collect(Collectors.joining("\r\n"));
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
                person.status(),
                person.rank(),
                person.email(),
                person.agencyCode(),
                person.agencyName(),
                person.post(),
                person.heads(),
                person.heads().isEmpty() ? "" : "821.2/114/2025",
                "2025-01-06",
                person.superiorNip());
    }
}
