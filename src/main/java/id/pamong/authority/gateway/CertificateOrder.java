package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import java.util.List;

/**
 * What is ordered from a certification authority.
 *
 * @param csrDer PKCS#10 request (RFC 2986), the proof that the subject has the private key
 * @param dnsNames hosts of a server certificate, otherwise empty
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record CertificateOrder(
        RequestKey requestKey,
        LocalGovernmentId government,
        ProfileId profile,
        SubjectName subject,
        List<String> dnsNames,
        byte[] csrDer) {
    public CertificateOrder {
        dnsNames = List.copyOf(dnsNames);
    }
}
