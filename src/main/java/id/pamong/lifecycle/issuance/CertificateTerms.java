package id.pamong.lifecycle.issuance;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.office.organization.SystemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will stand in a certificate, from the ground on which it is issued.
 *
 * @param hosts registered ones, of a system only
 * @param notAfter last second when a paper ends before the profile's validity, or null
 * @param post that the certificate names, else the owner's post today; null without one
 * @param designated whether that post is an authority given by a designation
 * @param system whose certificate it is, or null
 * @param request of the system's host or of the owner's browser, or null when the key is made here
 */
public record CertificateTerms(
        ProfileId profile,
        SubjectName subject,
        List<String> hosts,
        @Nullable Instant notAfter,
        @Nullable String post,
        boolean designated,
        String agency,
        @Nullable SystemId system,
        @Nullable CertificationRequest request) {
    public CertificateTerms {
        hosts = List.copyOf(hosts);
    }

    /** The same for a key that its owner made, by the request that proves it. */
    CertificateTerms over(CertificationRequest made) {
        return new CertificateTerms(
                profile, subject, hosts, notAfter, post, designated, agency, system, made);
    }

    /** The kind of key: the host's own, else the default of custody. */
    KeyAlgorithm algorithm() {
        return request == null || request.algorithm() == null
                ? KeyAlgorithm.EC_P256
                : request.algorithm();
    }
}
