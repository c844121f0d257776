package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered from a certification authority.
 *
 * @param csrDer PKCS#10 request (RFC 2986) or, for a system's certificate, the CertReqMsg of a CMP
 *     message (RFC 4211): the proof that the subject has the private key; empty where the authority
 *     makes the key itself ({@link Capability#OWN_CEREMONY})
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

    /** Whether the authority makes the key, so that there is none yet to hold an answer against. */
    public boolean isKeyMadeThere() {
        return csrDer.length == 0;
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
