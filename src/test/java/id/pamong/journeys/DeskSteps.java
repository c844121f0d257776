package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;

/** The officer at the desk, with the keyboard alone. */
final class DeskSteps {
    private final Resident officer;

    DeskSteps(Resident officer) {
        this.officer = officer;
    }

    private Keyboard keys() {
        return officer.page().keyboard();
    }

    /** Takes the case that waits longest. */
    void takeNext() {
        officer.open("/petugas/antrean");
        officer.visitor().send(() -> keys().press("n"));
        assertThat(officer.page().url()).contains("/petugas/permohonan/");
    }

    /** Marks the identity as not right, with a note, and returns the case with a reason. */
    void returnIt() {
        for (String key : new String[] {"j", "s", "t"}) {
            keys().press(key);
        }
        keys().type("Foto pada e-KTP tertutup pantulan cahaya.");
        keys().press("Escape");
        keys().press("j");
        keys().press("s");
        keys().press("s");
        assertThat(checked("OTHER_DATA", "OK")).isTrue();
        chooseOutcome("RETURNED");
        officer.page().locator("input[value=PAPER_UNREADABLE]").focus();
        keys().press("Space");
        assertThat(officer.find("#text\\.PAPER_UNREADABLE").inputValue()).contains("foto ulang");
        keys().press("Escape");
        officer.page().waitForSelector(".desk-ready");
        officer.show("meja-2-dikembalikan");
        sign("passphrase yang salah");
        assertThat(officer.find("#findings-passphrase").innerText()).contains("Tersisa");
        assertThat(officer.find("#text\\.PAPER_UNREADABLE").inputValue()).contains("foto ulang");
        assertThat(checked("IDENTITY", "NOT_OK")).isTrue();
        officer.look("meja-3-passphrase-salah");
        sign(City.OFFICER_PASSPHRASE);
        assertThat(officer.find(".alert-success").count()).isEqualTo(1);
        officer.look("meja-4-putusan-dikembalikan");
    }

    /** Every check is right: four times s, then the decision. */
    void approve() {
        keys().press("j");
        for (int i = 0; i < 4; i++) {
            keys().press("s");
        }
        chooseOutcome("APPROVED");
        officer.page().waitForSelector(".desk-ready");
        officer.look("meja-5-disetujui");
        sign(City.OFFICER_PASSPHRASE);
        assertThat(officer.find(".alert-success").count()).isEqualTo(1);
        officer.look("meja-6-putusan-disetujui");
    }

    private boolean checked(String group, String result) {
        return officer.page().isChecked("input[name='result." + group + "'][value=" + result + "]");
    }

    /** The focus stands on the first outcome; the arrow keys choose. */
    private void chooseOutcome(String outcome) {
        String wanted = "input[name=outcome][value=" + outcome + "]";
        keys().press("Space");
        for (int i = 0; i < 2 && !officer.page().isChecked(wanted); i++) {
            keys().press("ArrowDown");
        }
        assertThat(officer.page().isChecked(wanted)).isTrue();
    }

    private void sign(String passphrase) {
        keys().press("Escape");
        keys().press("p");
        keys().type(passphrase);
        if (officer.find("#totp").count() == 1) {
            officer.type("#totp", officer.city().totp(officer.figure()));
        }
        officer.visitor().send(() -> keys().press("Enter"));
    }
}
