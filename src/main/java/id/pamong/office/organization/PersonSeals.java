package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** NIK and NIP at rest: sealed to be read back, indexed blindly to be found. */
@Component
class PersonSeals {
    private static final String NIK = "person.nik";
    private static final String NIP = "person.nip";
    private static final String FILE = "people-file";

    private final Seals seals;

    PersonSeals(Seals seals) {
        this.seals = seals;
    }

    byte[] sealNik(LocalGovernmentId government, String nik) {
        return seal(government, nik, NIK);
    }

    byte[] sealNip(LocalGovernmentId government, String nip) {
        return seal(government, nip, NIP);
    }

    String openNik(LocalGovernmentId government, byte[] sealed) {
        return open(government, sealed, NIK);
    }

    String openNip(LocalGovernmentId government, byte[] sealed) {
        return open(government, sealed, NIP);
    }

    byte[] nikIndex(LocalGovernmentId government, String nik) {
        return seals.blindIndex(government, NIK, normal(nik));
    }

    byte[] nipIndex(LocalGovernmentId government, String nip) {
        return seals.blindIndex(government, NIP, normal(nip));
    }

    /** Of the day of birth that NIP or NIK tell; null when neither tells one. */
    byte @Nullable [] birthIndex(LocalGovernmentId government, String nik, @Nullable String nip) {
        return new Identity("", normal(nik), nip == null ? null : normal(nip))
                .born()
                .map(day -> birthIndex(government, day))
                .orElse(null);
    }

    byte[] birthIndex(LocalGovernmentId government, java.time.LocalDate day) {
        return seals.blindIndex(government, "person.birth", day.toString());
    }

    byte[] sealFile(LocalGovernmentId government, byte[] file) {
        return seals.seal(KeyPurpose.PERSONAL, government, file, FILE);
    }

    byte[] openFile(LocalGovernmentId government, byte[] sealed) {
        return seals.open(KeyPurpose.PERSONAL, government, sealed, FILE);
    }

    /** Digits as typed in groups are the same number. */
    static String normal(String number) {
        return WrittenNumber.digits(number);
    }

    private byte[] seal(LocalGovernmentId government, String number, String context) {
        return seals.seal(
                KeyPurpose.PERSONAL,
                government,
                normal(number).getBytes(StandardCharsets.UTF_8),
                context);
    }

    private String open(LocalGovernmentId government, byte[] sealed, String context) {
        return new String(
                seals.open(KeyPurpose.PERSONAL, government, sealed, context),
                StandardCharsets.UTF_8);
    }
}
