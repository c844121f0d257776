package id.pamong.authority.builtin;

import id.pamong.office.database.LocalGovernmentId;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;

/**
 * Who signs the messages of an issuing CA to the hosts that ask it for certificates (RFC 9810): the
 * issuing key itself signs nothing but certificates and lists.
 *
 * @param ca path segment
 * @param certificate of the signer
 * @param chain the issuing CA and the root
 * @param signer of one message
 */
public record MessageSigner(
        String ca,
        LocalGovernmentId government,
        X509CertificateHolder certificate,
        List<X509CertificateHolder> chain,
        ContentSigner signer) {
    public MessageSigner {
        chain = List.copyOf(chain);
    }
}
