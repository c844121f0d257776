package id.pamong.lifecycle.certificate;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.SealedKeyId;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.SystemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the register holds it (MDN-1.9).
 *
 * @param person the owner, or who answered for the system when it was issued
 * @param sealedKey the private key sealed here, or null when it is kept elsewhere
 * @param custody who keeps it
 * @param system whose certificate it is, or null
 * @param standing of its authority when it was issued
 * @param post that the certificate names, else the owner's post when it was issued, or null without
 *     one
 * @param designated whether that post is an authority given by a designation, not one of the
 *     register of posts
 * @param agency name of the owner's agency when it was issued
 * @param subject common name
 * @param issuer common name of the issuing CA
 * @param serial lower-case hexadecimal
 * @param sha256 of the DER, lower-case hexadecimal
 * @param der X.509, DER
 * @param chainDer its issuers up to the root, nearest first
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RegisteredCertificate(
        CertificateId id,
        PersonId person,
        ProfileId profile,
        RequestKey requestKey,
        @Nullable SealedKeyId sealedKey,
        KeyCustody custody,
        @Nullable SystemId system,
        KeyAlgorithm algorithm,
        Standing standing,
        CertificateState state,
        @Nullable String post,
        boolean designated,
        String agency,
        String subject,
        String issuer,
        String serial,
        String sha256,
        Instant notBefore,
        Instant notAfter,
        Instant registeredAt,
        byte[] der,
        List<byte[]> chainDer) {
    public RegisteredCertificate {
        chainDer = List.copyOf(chainDer);
    }

    /**
     * The owner's key sealed here.
     *
     * @throws IllegalStateException when it was never here
     */
    public SealedKeyId key() {
        if (sealedKey == null) {
            throw new IllegalStateException("the key is not kept here");
        }
        return sealedKey;
    }

    /** Whether its owner signs here by typing the passphrase. */
    public boolean isKeyHere() {
        return custody == KeyCustody.BUILT_IN_SIGNING_SERVICE;
    }

    /** Neither blocked nor revoked, and within its validity. */
    public boolean isUsableAt(Instant when) {
        return switch (state) {
            case CertificateState.InForce() -> !when.isBefore(notBefore) && !when.isAfter(notAfter);
            case CertificateState.Blocked _, CertificateState.Revoked _ -> false;
        };
    }

    public boolean isExpiredAt(Instant when) {
        return when.isAfter(notAfter);
    }

    /** Whether it is blocked here while its authority has not revoked it. */
    public boolean isBlocked() {
        return state instanceof CertificateState.Blocked;
    }

    /** Where it stands in its life at an instant, expiry included. */
    public CertificatePhase phaseAt(Instant when) {
        return CertificatePhase.of(this, when);
    }

    public boolean isRevoked() {
        return state instanceof CertificateState.Revoked;
    }
}
