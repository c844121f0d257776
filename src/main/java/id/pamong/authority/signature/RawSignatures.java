package id.pamong.authority.signature;

import id.pamong.authority.signature.cms.DetachedCms;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Detached CMS signatures (RFC 5652) over a digest: the officer's decision over a dossier's hash.
 * Anyone can check one with the content and {@code openssl cms -verify -binary}.
 */
@Component
public class RawSignatures {
    private final DetachedCms cms = new DetachedCms();

    /** What the key signs: DER of the signed attributes. The same request gives the same bytes. */
    public byte[] toBeSigned(CmsRequest request) {
        return cms.signedAttributes(digest(request), request.chain(), request.signedAt());
    }

    /**
     * Puts the signature value into a CMS with the chain.
     *
     * @param signatureValue over {@link #toBeSigned} of the same request; DER for ECDSA
     * @return DER ContentInfo
     * @throws IllegalArgumentException when the value is not the signer's over this request
     */
    public byte[] complete(CmsRequest request, byte[] signatureValue) {
        return cms.assemble(digest(request), request.chain(), request.signedAt(), signatureValue);
    }

    /**
     * Checks a detached signature.
     *
     * @param cms DER ContentInfo, from anywhere
     * @param sha256 of the content that is to be signed by it
     * @param at the time at which the certificate is to have been valid
     */
    public RawSignatureReport verify(
            byte[] cms, byte[] sha256, List<TrustedAuthority> authorities, Instant at) {
        return this.cms.verify(cms, sha256, authorities, at);
    }

    /** The signer's certificate that a CMS carries; useful to show it even when not valid. */
    public Optional<X509Certificate> signerOf(byte[] cms) {
        return this.cms.signerOf(cms);
    }

    private static byte[] digest(CmsRequest request) {
        return HexFormat.of().parseHex(request.sha256());
    }
}
