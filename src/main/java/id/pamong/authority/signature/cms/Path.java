package id.pamong.authority.signature.cms;

import id.pamong.authority.signature.ReasonCode;
import id.pamong.authority.signature.RevocationSource;
import id.pamong.authority.signature.TrustedAuthorities;
import id.pamong.authority.signature.TrustedAuthority;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from a certificate to a known authority (RFC 5280, section 6), without revocation. */
record Path(List<X509Certificate> others, List<TrustedAuthority> authorities) {
    sealed interface Result {}

    record Known(TrustedAuthority authority) implements Result {}

    record Unknown(ReasonCode reason) implements Result {}

    Result of(X509Certificate signer, Instant at) {
        boolean[] usage = signer.getKeyUsage();
        if (usage != null && !usage[0] && !usage[1]) {
            return new Unknown(ReasonCode.CERTIFICATE_UNFIT);
        }
        if (authorities.stream().noneMatch(TrustedAuthority::anchor)) {
            return new Unknown(ReasonCode.UNKNOWN_AUTHORITY);
        }
        try {
            signer.checkValidity(Date.from(at));
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            Set<TrustAnchor> anchors =
                    authorities.stream()
                            .filter(TrustedAuthority::anchor)
                            .map(authority -> new TrustAnchor(authority.certificate(), null))
                            .collect(Collectors.toSet());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.addCertStore(
                    CertStore.getInstance(
                            "Collection", new CollectionCertStoreParameters(everything())));
            PKIXCertPathBuilderResult path =
                    (PKIXCertPathBuilderResult)
                            CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> whole =
                    Stream.concat(
                                    path.getCertPath().getCertificates().stream()
                                            .map(X509Certificate.class::cast),
                                    Stream.of(path.getTrustAnchor().getTrustedCert()))
                            .toList();
            return new TrustedAuthorities(authorities, RevocationSource.none())
                    .issuerOf(whole)
                    .<Result>map(Known::new)
                    .orElse(new Unknown(ReasonCode.UNKNOWN_AUTHORITY));
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return new Unknown(ReasonCode.CERTIFICATE_NOT_IN_TIME);
        } catch (CertPathBuilderException e) {
            return new Unknown(ReasonCode.UNKNOWN_AUTHORITY);
        } catch (GeneralSecurityException e) {
            return new Unknown(ReasonCode.CERTIFICATE_UNFIT);
        }
    }

    private List<X509Certificate> everything() {
        return Stream.concat(
                        others.stream(), authorities.stream().map(TrustedAuthority::certificate))
                .toList();
    }
}
