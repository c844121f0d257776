package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered from a certification authority.
 *
 * @param csrDer PKCS#10 request (RFC 2986), the proof that the subject has the private key
 * @param dnsNames registered hosts of a system's certificate, otherwise empty
 * @param notAfter last second when it is to end before the profile's validity, or null
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record CertificateOrder(
        RequestKey requestKey,
        LocalGovernmentId government,
        ProfileId profile,
        SubjectName subject,
        List<String> dnsNames,
        byte[] csrDer,
        @Nullable Instant notAfter) {
    public CertificateOrder {
        dnsNames = List.copyOf(dnsNames);
    }

    /** An order for the whole validity of the profile. */
    public CertificateOrder(
            RequestKey requestKey,
            LocalGovernmentId government,
            ProfileId profile,
            SubjectName subject,
            List<String> dnsNames,
            byte[] csrDer) {
        this(requestKey, government, profile, subject, dnsNames, csrDer, null);
    }
}
