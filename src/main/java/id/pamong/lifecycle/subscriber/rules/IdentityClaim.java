package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.organization.EmploymentClass;
import java.time.LocalDate;
import java.util.List;

/**
 * The numbers and the address that someone gives, with what is needed to judge them.
 *
 * @param nik without spaces, empty when not given
 * @param nip without spaces, empty when not given
 * @param email as given, stripped, empty when not given
 * @param emailRequired whether an address has to be given
 * @param domains of official e-mail: the local government's own and the national ones
 * @param pppkCodes the known codes at digits 13-14 of a PPPK number
 * @param youngest age at which the e-KTP is held
 * @param oldest age that decides the century of a two-digit year
 */
public record IdentityClaim(
        EmploymentClass employmentClass,
        String nik,
        String nip,
        String email,
        boolean emailRequired,
        List<String> domains,
        List<String> pppkCodes,
        int youngest,
        int oldest,
        LocalDate on) {
    public IdentityClaim {
        domains = List.copyOf(domains);
        pppkCodes = List.copyOf(pppkCodes);
    }

    @Override
    public String toString() {
        return "IdentityClaim[…]";
    }

    /** The example that the rules vary: a synthetic civil servant, born 12 March 1985. */
    static IdentityClaim example() {
        return new IdentityClaim(
                EmploymentClass.PNS,
                "3577015203850001",
                "198503122010012001",
                "siti.aminah@madiunkota.go.id",
                true,
                List.of("madiunkota.go.id", "mail.go.id", "pnsmail.go.id"),
                List.of("21", "24"),
                17,
                100,
                LocalDate.of(2026, 11, 21));
    }

    IdentityClaim withNik(String other) {
        return new IdentityClaim(
                employmentClass,
                other,
                nip,
                email,
                emailRequired,
                domains,
                pppkCodes,
                youngest,
                oldest,
                on);
    }

    IdentityClaim withNip(EmploymentClass otherClass, String other) {
        return new IdentityClaim(
                otherClass,
                nik,
                other,
                email,
                emailRequired,
                domains,
                pppkCodes,
                youngest,
                oldest,
                on);
    }

    IdentityClaim withEmail(String other) {
        return new IdentityClaim(
                employmentClass,
                nik,
                nip,
                other,
                emailRequired,
                domains,
                pppkCodes,
                youngest,
                oldest,
                on);
    }
}
