package id.pamong.lifecycle.certificate;

import id.pamong.authority.custody.PassphraseOwner;
import id.pamong.office.organization.Person;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others know of an owner, so that no passphrase is made of it. */
public final class KnownOwner {
    private static final DateTimeFormatter BIRTH_IN_NIP = DateTimeFormatter.ofPattern("uuuuMMdd");

    private KnownOwner() {}

    public static PassphraseOwner of(Person owner) {
        String nip = owner.nip();
        return new PassphraseOwner(
                List.of(owner.displayName()),
                nip == null ? List.of() : List.of(nip),
                nip == null ? null : bornOn(nip));
    }

    /** The first eight digits of a NIP are the date of birth. */
    private static @Nullable LocalDate bornOn(String nip) {
        try {
            return LocalDate.parse(nip.substring(0, 8), BIRTH_IN_NIP);
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            return null;
        }
    }
}
