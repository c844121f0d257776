package id.pamong.lifecycle.certificate;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.custody.SealedKeyId;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.SystemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a certification authority, with the order it answers.
 *
 * @param key the owner's key sealed here, or null when it is kept elsewhere
 * @param custody who keeps it
 * @param publicKeySpki DER of SubjectPublicKeyInfo
 * @param person the owner, or who answers for the system
 * @param system whose certificate it is, or null
 * @param post that the certificate names, else the owner's post today; null without one
 * @param designated whether that post is an authority given by a designation
 * @param agency name of the owner's agency today
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record NewCertificate(
        CertificateOrder order,
        @Nullable SealedKeyId key,
        KeyCustody custody,
        KeyAlgorithm algorithm,
        byte[] publicKeySpki,
        PersonId person,
        @Nullable SystemId system,
        Standing standing,
        @Nullable String post,
        boolean designated,
        String agency,
        byte[] certificateDer,
        List<byte[]> chainDer) {
    public NewCertificate {
        chainDer = List.copyOf(chainDer);
        if ((key != null) != (custody == KeyCustody.BUILT_IN_SIGNING_SERVICE)) {
            throw new IllegalArgumentException("a key is sealed here or kept elsewhere");
        }
        if (system != null && custody != KeyCustody.SUBSCRIBER_HELD) {
            throw new IllegalArgumentException("a system's key stays at its host");
        }
    }

    /** Of a person whose key is in custody. */
    public NewCertificate(
            CertificateOrder order,
            NewKey key,
            PersonId person,
            Standing standing,
            @Nullable String post,
            String agency,
            byte[] certificateDer,
            List<byte[]> chainDer) {
        this(
                order,
                key.id(),
                KeyCustody.BUILT_IN_SIGNING_SERVICE,
                key.algorithm(),
                key.publicKeySpki(),
                person,
                null,
                standing,
                post,
                false,
                agency,
                certificateDer,
                chainDer);
    }
}
