package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local government (MDN-1.1, 1.2): the tenant, and how it names itself.
 *
 * @param slug first segment of its URLs, such as {@code madiun}
 * @param name as written, such as {@code Pemerintah Kota Madiun}
 * @param place such as {@code Madiun}, where letters are dated
 * @param headTitle such as {@code Wali Kota}
 * @param deputyTitle such as {@code Wakil Wali Kota}
 * @param province such as {@code Jawa Timur}
 * @param regionCode Kemendagri's code, such as {@code 35.77}; two digits for a province
 * @param regulationId profile of the regulation, such as {@code perwal-30-2019}
 * @param raOfficeAgency the agency that is the registration authority (MDN-3(2)), null until the
 *     first run has named it
 * @param mailDomains exact domains of official e-mail; sub-domains count, nothing else does
 * @param accent colour of its pages, {@code #rrggbb}
 * @param address letterhead lines of the RA office, empty until given
 */
public record LocalGovernment(
        LocalGovernmentId id,
        String slug,
        String name,
        GovernmentKind kind,
        String place,
        String headTitle,
        String deputyTitle,
        String province,
        String regionCode,
        Zone zone,
        String regulationId,
        @Nullable AgencyId raOfficeAgency,
        List<String> mailDomains,
        String accent,
        List<String> address) {
    public LocalGovernment {
        mailDomains = List.copyOf(mailDomains);
        address = List.copyOf(address);
    }

    /** The calendar date at an instant, by its own time. */
    public LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone.id());
    }
}
