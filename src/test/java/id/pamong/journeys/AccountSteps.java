package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** How a person takes the account: two numbers, a one-time code, a password, an authenticator. */
final class AccountSteps {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");

    private final City city;
    private final Resident resident;

    AccountSteps(City city, Resident resident) {
        this.city = city;
        this.resident = resident;
    }

    /** With the printed code where one was handed over, else with the code by e-mail. */
    void claim() {
        resident.visitor().open(city.at("/akun/klaim"));
        numbers(resident.figure().nik());
        String code =
                city.claimCode(resident.figure())
                        .map(printed -> {
                            resident.visitor().press("button[value=sheet]");
                            return printed;
                        })
                        .orElseGet(() -> {
                            resident.visitor().press("button[value=mail]");
                            return city.mailed("identity.claim-code", CODE);
                        });
        password(code, resident.figure().password());
        enrol();
    }

    /** The same road with its refusals, and a look at every page on it. */
    void claimWithRefusals() {
        resident.visitor().open(city.at("/"));
        resident.show("selamat-datang");
        resident.visitor().press("a.door[href$='/akun/klaim']");
        resident.show("akun-klaim");
        numbers("3577");
        resident.visitor().press("button[value=mail]");
        assertThat(resident.find("#findings-nik").innerText()).contains("16 angka");
        assertThat(resident.find("#nip").inputValue()).isEqualTo(resident.figure().nip());
        resident.look("akun-klaim-ditolak");
        numbers(resident.figure().nik());
        resident.visitor().press("button[value=mail]");
        password("AAAAA-AAAAA", "123456");
        assertThat(resident.find(".summary li").count()).isGreaterThanOrEqualTo(1);
        resident.look("akun-kode-ditolak");
        password(city.mailed("identity.claim-code", CODE), resident.figure().password());
        resident.show("akun-autentikator");
        String secret = resident.find("main details code").textContent();
        resident.type("#totp", "000000");
        resident.visitor().press("main form .btn-primary");
        assertThat(resident.find("#findings-totp").innerText()).contains("Tersisa");
        city.enrolled(resident.figure(), secret.strip());
        resident.type("#totp", city.totp(resident.figure()));
        resident.visitor().press("main form .btn-primary");
        resident.show("akun-kode-cadangan");
        resident.visitor().press("main .btn-primary");
        assertThat(resident.words()).contains("Selamat bekerja");
        resident.look("beranda-kosong");
    }

    private void numbers(String nik) {
        resident.type("#nip", resident.figure().nip());
        resident.type("#nik", nik);
    }

    private void password(String code, String password) {
        resident.type("#code", code);
        resident.type("#newPassword", password);
        resident.type("#passwordRepeat", password);
        resident.visitor().press("main form .btn-primary");
    }

    private void enrol() {
        String secret = resident.find("main details code").textContent();
        city.enrolled(resident.figure(), secret.strip());
        resident.type("#totp", city.totp(resident.figure()));
        resident.visitor().press("main form .btn-primary");
        resident.visitor().press("main .btn-primary");
    }
}
