package id.pamong.lifecycle.issuance;

import id.pamong.authority.custody.SealedKeyId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The taking into use of one certificate as it stands.
 *
 * @param presenceAt when an officer last compared the e-KTP; null without a presence
 * @param requestKey of the order, from its intent on
 * @param publicKey DER of SubjectPublicKeyInfo of the new key, from the order on
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Activation(
        ActivationId id,
        PersonId person,
        IssuanceGround ground,
        ActivationStep step,
        @Nullable Instant presenceAt,
        @Nullable RequestKey requestKey,
        @Nullable SealedKeyId key,
        byte @Nullable [] publicKey,
        @Nullable CertificateId certificate,
        @Nullable FileId agreementFile,
        @Nullable String receiptNumber,
        @Nullable FileId receiptFile,
        Instant changedAt) {}
