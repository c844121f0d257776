package id.pamong.lifecycle.certificate;

import id.pamong.authority.custody.NewKey;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.organization.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a certification authority, with the order it answers.
 *
 * @param key the owner's key in custody
 * @param post the owner's post today, or null without one
 * @param agency name of the owner's agency today
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record NewCertificate(
        CertificateOrder order,
        NewKey key,
        PersonId person,
        Standing standing,
        @Nullable String post,
        String agency,
        byte[] certificateDer,
        List<byte[]> chainDer) {
    public NewCertificate {
        chainDer = List.copyOf(chainDer);
    }
}
