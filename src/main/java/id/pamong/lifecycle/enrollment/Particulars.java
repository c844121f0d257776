package id.pamong.lifecycle.enrollment;

import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.CertificationRequests;
import id.pamong.lifecycle.subscriber.PolicyId;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.SystemId;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the type of the certificate or the class of the applicant asks for besides; as typed, and
 * kept even where it is not yet right.
 *
 * @param position of an application for a post, an authority or an organisation, else null
 * @param system of an application for an electronic system, else null
 * @param sponsorship of an applicant who is no civil servant, else null
 */
public record Particulars(
        @Nullable PositionClaim position,
        @Nullable SystemClaim system,
        @Nullable Sponsorship sponsorship) {
    /** Of an individual application of a civil servant. */
    public static final Particulars NONE = new Particulars(null, null, null);

    /**
     * A post, an authority or an organisation with the two papers that prove it (MDN-10(4)c).
     *
     * @param name as it will stand in the certificate
     * @param decreePost the post that the decree of the latest appointment names
     * @param decreeFrom TMT, the first day in the post
     * @param decreeUntil last day, or null when the decree names none
     * @param designationFor what the letter of designation empowers to
     * @param designationUntil last day, or null when the letter names none
     */
    public record PositionClaim(
            PositionKind kind,
            String name,
            String decreeNumber,
            @Nullable LocalDate decreeOn,
            String decreePost,
            @Nullable LocalDate decreeFrom,
            @Nullable LocalDate decreeUntil,
            String designationNumber,
            @Nullable LocalDate designationOn,
            String designationFor,
            @Nullable LocalDate designationUntil) {
        public static PositionClaim empty(PositionKind kind) {
            return new PositionClaim(kind, "", "", null, "", null, null, "", null, "", null);
        }
    }

    /**
     * A registered system with the request that its owner's host made (MDN-6c).
     *
     * @param systemName as registered when it was chosen
     * @param hosts of the register that are to stand in the certificate
     * @param request PKCS#10, DER in Base64; empty while none was uploaded
     */
    public record SystemClaim(
            @Nullable SystemId system, String systemName, List<String> hosts, String request) {
        public SystemClaim {
            hosts = hosts.stream().distinct().sorted().toList();
        }

        public static SystemClaim empty() {
            return new SystemClaim(null, "", List.of(), "");
        }

        /** The request as its sender made it. */
        public Optional<CertificationRequest> readRequest() {
            return request.isEmpty()
                    ? Optional.empty()
                    : switch (CertificationRequests.read(Base64.getDecoder().decode(request))) {
                        case CertificationRequests.Reading.Read(CertificationRequest read) ->
                                Optional.of(read);
                        case CertificationRequests.Reading.Unreadable _ -> Optional.empty();
                    };
        }

        SystemClaim with(CertificationRequest sent) {
            return new SystemClaim(
                    system, systemName, hosts, Base64.getEncoder().encodeToString(sent.der()));
        }
    }

    /**
     * By which policy, under which agency and until when another party uses a certificate
     * (CJR-8(1)c).
     *
     * @param policyNumber of the policy when it was chosen
     * @param until last day
     */
    public record Sponsorship(
            @Nullable PolicyId policy,
            String policyNumber,
            @Nullable AgencyId sponsor,
            String sponsorName,
            @Nullable LocalDate until) {
        public static Sponsorship empty() {
            return new Sponsorship(null, "", null, "", null);
        }
    }

    /** The last day of the certificate when a paper ends before the profile's validity does. */
    public Optional<LocalDate> endsOn() {
        return Stream.of(
                        position == null ? null : position.decreeUntil(),
                        position == null ? null : position.designationUntil(),
                        sponsorship == null ? null : sponsorship.until())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }

    Particulars with(PositionClaim claimed) {
        return new Particulars(claimed, system, sponsorship);
    }

    Particulars with(SystemClaim claimed) {
        return new Particulars(position, claimed, sponsorship);
    }

    Particulars with(Sponsorship claimed) {
        return new Particulars(position, system, claimed);
    }

    /** What was typed may be anything; it does not reach logs by way of this. */
    @Override
    public String toString() {
        return "Particulars[…]";
    }
}
