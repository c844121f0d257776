package id.pamong.authority.signature.pades;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.crl.CRLValidity;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.Revocation;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.model.x509.revocation.ocsp.OCSP;
import eu.europa.esig.dss.spi.DSSRevocationUtils;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import id.pamong.authority.signature.RevocationProof;
import id.pamong.authority.signature.RevocationSource;
import java.io.IOException;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.jspecify.annotations.Nullable;

/** Hands the caller's revocation data to DSS, which asks for one certificate at a time. */
public final class Proofs {
    private Proofs() {}

    /** The CRLs of a source; DSS sees null for none. */
    public static eu.europa.esig.dss.spi.x509.revocation.RevocationSource<CRL> crls(
            RevocationSource source) {
        return (certificate, issuer) -> crl(source, certificate, issuer);
    }

    /** The OCSP responses of a source; DSS sees null for none. */
    public static eu.europa.esig.dss.spi.x509.revocation.RevocationSource<OCSP> responses(
            RevocationSource source) {
        return (certificate, issuer) -> response(source, certificate, issuer);
    }

    private static @Nullable RevocationToken<CRL> crl(
            RevocationSource source, CertificateToken certificate, CertificateToken issuer) {
        for (byte[] der : proof(source, certificate, issuer).crls()) {
            try {
                CRLValidity validity =
                        CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(der), issuer);
                if (validity.isValid()) {
                    return external(new CRLToken(certificate, validity));
                }
            } catch (IOException e) {
                throw new IllegalArgumentException("a CRL of the source is broken", e);
            }
        }
        return null;
    }

    private static @Nullable RevocationToken<OCSP> response(
            RevocationSource source, CertificateToken certificate, CertificateToken issuer) {
        for (byte[] der : proof(source, certificate, issuer).ocspResponses()) {
            try {
                BasicOCSPResp basic = DSSRevocationUtils.fromRespToBasic(new OCSPResp(der));
                SingleResp single =
                        DSSRevocationUtils.getLatestSingleResponse(basic, certificate, issuer);
                if (single != null) {
                    return external(new OCSPToken(basic, single, certificate, issuer));
                }
            } catch (IOException e) {
                throw new IllegalArgumentException("an OCSP response of the source is broken", e);
            }
        }
        return null;
    }

    private static RevocationProof proof(
            RevocationSource source, CertificateToken certificate, CertificateToken issuer) {
        return source.proofFor(certificate.getCertificate(), issuer.getCertificate());
    }

    private static <R extends Revocation> RevocationToken<R> external(RevocationToken<R> token) {
        token.setExternalOrigin(RevocationOrigin.EXTERNAL);
        return token;
    }
}
