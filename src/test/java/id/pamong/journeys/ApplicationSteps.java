package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The applicant fills in the dossier; superior and head of the agency give their letters. */
final class ApplicationSteps {
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{4} [0-9]{4}\\b");

    private final City city;
    private final Resident applicant;

    ApplicationSteps(City city, Resident applicant) {
        this.city = city;
        this.applicant = applicant;
    }

    /** From an empty list to letters that are asked for, with what is refused on the way. */
    void fillInWithRefusals() {
        applicant.open("/permohonan");
        applicant.look("permohonan-1-mulai");
        applicant.press("main form button[type=submit]");
        applicant.show("permohonan-2-draf");
        applicant.type("#officialEmail", "siti@gmail.com");
        send("/ajukan");
        assertThat(applicant.find(".summary li").count()).isGreaterThanOrEqualTo(4);
        assertThat(applicant.find("#officialEmail").inputValue()).isEqualTo("siti@gmail.com");
        applicant.look("permohonan-2-ditolak");
        proveMailbox();
        card("ktp.docx", "bukan gambar".getBytes(StandardCharsets.UTF_8));
        assertThat(applicant.find("#findings-IDENTITY_CARD").innerText()).contains("ktp.docx");
        applicant.look("permohonan-3-berkas-ditolak");
        card("ktp.jpg", applicant.figure().identityCard());
        assertThat(applicant.find(".paper img").count()).isEqualTo(1);
        send("/surat");
        applicant.show("permohonan-4-menunggu-surat");
    }

    /** The same without a stop, up to submission by {@link #submit}. */
    void fillIn() {
        applicant.open("/permohonan");
        applicant.press("main form button[type=submit]");
        proveMailbox();
        card("ktp.jpg", applicant.figure().identityCard());
        send("/surat");
    }

    void proveMailbox() {
        applicant.page().check("input[name=duties] >> nth=0");
        applicant.type("#officialEmail", applicant.figure().email());
        send("/kode");
        applicant.type("#code", "0000 0000");
        send("/kode/bukti");
        assertThat(applicant.find("#findings-code").innerText()).contains("Tersisa");
        applicant.type("#code", city.mailed("mailbox-code", CODE));
        send("/kode/bukti");
        assertThat(applicant.find("#code").count()).isZero();
    }

    void card(String fileName, byte[] content) {
        applicant.choose("#IDENTITY_CARD", fileName, "image/jpeg", content);
        send("/berkas/IDENTITY_CARD");
    }

    /** The superior recommends; the head of the agency sends the cover letter. */
    void give(Resident giver, String part, String picture) {
        giver.open("/beranda");
        giver.look(picture + "-beranda");
        giver.press("main a[href*='" + part + "']");
        giver.show(picture);
        giver.page().locator("details summary").last().click();
        giver.press("form[action$='/tolak'] button");
        assertThat(giver.find("details[open] #findings-declineReason").count()).isEqualTo(1);
        giver.look(picture + "-tanpa-alasan");
        if (giver.find("#reason").count() == 1) {
            giver.type("#reason", "Menandatangani surat tugas dan laporan kurikulum setiap pekan.");
        }
        giver.press("main form .btn-primary");
        giver.look(picture + "-diberikan");
    }

    void submit() {
        applicant.page().check("#declared");
        send("/ajukan");
        assertThat(applicant.find(".alert-success").count()).isEqualTo(1);
    }

    void send(String ending) {
        applicant.press("button[formaction$='" + ending + "']");
    }
}
