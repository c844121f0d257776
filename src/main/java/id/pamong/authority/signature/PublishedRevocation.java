package id.pamong.authority.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * What shows the world that a certificate is revoked: an OCSP answer and a CRL that both say so,
 * each signed by its issuer or whom the issuer appointed for it.
 *
 * @param ocsp DER OCSPResponse (RFC 6960)
 * @param crl DER CertificateList (RFC 5280 section 5)
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record PublishedRevocation(byte[] ocsp, byte[] crl) {

    /**
     * Both, if both show it; a hold is no revocation.
     *
     * @param certificateDer X.509, DER
     * @param issuerDer X.509, DER, of its issuer
     */
    public static Optional<PublishedRevocation> of(
            RevocationSource source, byte[] certificateDer, byte[] issuerDer) {
        try {
            X509Certificate certificate = read(certificateDer);
            X509Certificate issuer = read(issuerDer);
            RevocationProof proof = source.proofFor(certificate, issuer);
            Optional<byte[]> ocsp =
                    proof.ocspResponses().stream()
                            .filter(der -> ocspShows(der, certificate, issuer))
                            .findFirst();
            Optional<byte[]> crl =
                    proof.crls().stream()
                            .filter(der -> crlShows(der, certificate, issuer))
                            .findFirst();
            return ocsp.isPresent() && crl.isPresent()
                    ? Optional.of(new PublishedRevocation(ocsp.get(), crl.get()))
                    : Optional.empty();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    /** Lower-case hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate read(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    private static boolean crlShows(
            byte[] der, X509Certificate certificate, X509Certificate issuer) {
        try {
            X509CRL crl =
                    (X509CRL)
                            CertificateFactory.getInstance("X.509")
                                    .generateCRL(new ByteArrayInputStream(der));
            crl.verify(issuer.getPublicKey());
            X509CRLEntry entry = crl.getRevokedCertificate(certificate.getSerialNumber());
            return crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                    && entry != null
                    && entry.getRevocationReason() != CRLReason.CERTIFICATE_HOLD;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean ocspShows(
            byte[] der, X509Certificate certificate, X509Certificate issuer) {
        try {
            if (!(new OCSPResp(der).getResponseObject() instanceof BasicOCSPResp answer)
                    || !isAppointed(answer, new JcaX509CertificateHolder(issuer))) {
                return false;
            }
            for (SingleResp one : answer.getResponses()) {
                if (one.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                        && one.getCertID()
                                .matchesIssuer(
                                        new JcaX509CertificateHolder(issuer),
                                        new BcDigestCalculatorProvider())
                        && one.getCertStatus() instanceof RevokedStatus revoked) {
                    return !revoked.hasRevocationReason()
                            || revoked.getRevocationReason()
                                    != org.bouncycastle.asn1.x509.CRLReason.certificateHold;
                }
            }
            return false;
        } catch (IOException | OCSPException | GeneralSecurityException e) {
            return false;
        }
    }

    /** Signed by the issuer, or by a responder that the issuer certified for it. */
    private static boolean isAppointed(BasicOCSPResp answer, X509CertificateHolder issuer)
            throws OCSPException, CertificateException {
        JcaContentVerifierProviderBuilder verifiers = new JcaContentVerifierProviderBuilder();
        try {
            if (answer.getCerts().length == 0) {
                return answer.isSignatureValid(verifiers.build(issuer));
            }
            X509CertificateHolder responder = answer.getCerts()[0];
            ExtendedKeyUsage uses = ExtendedKeyUsage.fromExtensions(responder.getExtensions());
            return answer.isSignatureValid(verifiers.build(responder))
                    && (responder.equals(issuer)
                            || (responder.isSignatureValid(verifiers.build(issuer))
                                    && uses != null
                                    && uses.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)));
        } catch (OperatorCreationException | org.bouncycastle.cert.CertException e) {
            return false;
        }
    }
}
