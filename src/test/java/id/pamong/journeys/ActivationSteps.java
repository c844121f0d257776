package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

/** Taking a certificate into use in one's own session. */
final class ActivationSteps {
    private static final String VERB = "main form .btn-primary";

    private final Resident resident;

    ActivationSteps(Resident resident) {
        this.resident = resident;
    }

    /** Statement, agreement, passphrase, receipt, without a stop. */
    void walk(String passphrase) {
        accept();
        accept();
        passphrase(passphrase, passphrase);
        receipt(passphrase);
        assertThat(resident.find("a[href$='/tanda-terima.pdf']").count()).isEqualTo(1);
    }

    /** The owner's road with everything that is refused on it. */
    void walkWithRefusals(String code, String passphrase) {
        resident.show("aktivasi-1-kode");
        resident.type("#code", "ABCDE-FGHJK");
        resident.press(VERB);
        assertThat(resident.find("#findings-code").innerText()).contains("Tersisa");
        resident.type("#code", code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        resident.press(VERB);
        resident.look("aktivasi-2-ketentuan");
        resident.press(VERB);
        assertThat(resident.find("#findings-accepted").innerText()).contains("Baca naskahnya");
        accept();
        resident.look("aktivasi-3-perjanjian");
        accept();
        passphrase("madiun", "madiun");
        assertThat(resident.find("#findings-passphrase").count()).isEqualTo(1);
        resident.show("aktivasi-4-passphrase");
        passphrase(passphrase, passphrase + "x");
        assertThat(resident.find("#findings-passphraseRepeat").count()).isEqualTo(1);
        passphrase(passphrase, passphrase);
        resident.show("aktivasi-5-tanda-terima");
        receipt("bukan passphrase saya");
        assertThat(resident.find("#findings-passphrase").innerText()).contains("Tersisa 4");
        receipt(passphrase);
        resident.look("aktivasi-6-selesai");
    }

    private void accept() {
        resident.page().check("#accepted");
        resident.press(VERB);
    }

    private void passphrase(String passphrase, String again) {
        resident.type("#passphrase", passphrase);
        resident.type("#passphraseRepeat", again);
        resident.press(VERB);
    }

    private void receipt(String passphrase) {
        resident.type("#passphrase", passphrase);
        resident.press(VERB);
    }
}
