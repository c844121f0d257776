package id.pamong.authority.signature;

import java.util.List;

/**
 * What says whether a certificate was revoked.
 *
 * @param crls DER (RFC 5280, section 5)
 * @param ocspResponses DER OCSPResponse (RFC 6960)
 */
public record RevocationProof(List<byte[]> crls, List<byte[]> ocspResponses) {
    public RevocationProof {
        crls = List.copyOf(crls);
        ocspResponses = List.copyOf(ocspResponses);
    }

    public static RevocationProof none() {
        return new RevocationProof(List.of(), List.of());
    }
}
