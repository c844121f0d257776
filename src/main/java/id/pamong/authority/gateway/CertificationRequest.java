package id.pamong.authority.gateway;

import id.pamong.authority.custody.KeyAlgorithm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#10 request (RFC 2986) or CertReqMsg (RFC 4211) as its sender made it: the proof that the
 * sender has the private key. Of its names only what the register knows may come into a
 * certificate.
 *
 * @param der the request, DER
 * @param publicKeySpki DER of SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7)
 * @param keySha256 of the SubjectPublicKeyInfo, lower-case hexadecimal
 * @param algorithm the kind of key; null when no profile takes such a key
 * @param keyWords kind and size for people, such as {@code RSA 1024}
 * @param subject as RFC 4514 text, may be empty
 * @param hosts names of hosts asked for: dNSName of the subject alternative name and a common name
 *     that looks like a host; lower case
 * @param otherNames everything else asked for as a subject alternative name, such as {@code e-mail:
 *     a@b}
 * @param faults stable codes of what makes the request unusable; empty when it proves possession of
 *     a fit key
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record CertificationRequest(
        byte[] der,
        byte[] publicKeySpki,
        String keySha256,
        @Nullable KeyAlgorithm algorithm,
        String keyWords,
        String subject,
        List<String> hosts,
        List<String> otherNames,
        List<String> faults) {
    public CertificationRequest {
        hosts = List.copyOf(hosts);
        otherNames = List.copyOf(otherNames);
        faults = List.copyOf(faults);
    }

    /** Names may be anything the sender wrote; they do not reach logs by way of this. */
    @Override
    public String toString() {
        return "CertificationRequest[" + keySha256 + "]";
    }
}
