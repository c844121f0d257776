package id.pamong.lifecycle.certificate;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.registration.OfficerCertificate;
import id.pamong.lifecycle.registration.OfficerCertificates;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The register's answer to the registration authority: an officer's certificate (MDN-20(1)). */
@Component
class RegisteredOfficers implements OfficerCertificates {
    private final Certificates certificates;

    RegisteredOfficers(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public Optional<OfficerCertificate> usable(
            LocalGovernmentId government, PersonId person, Instant when) {
        return certificates
                .usable(government, person, ProfileId.RA_OFFICER, when)
                .map(one -> new OfficerCertificate(one.key(), chain(one)));
    }

    private static List<X509Certificate> chain(RegisteredCertificate certificate) {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(ReturnedCertificate.read(certificate.der()));
            for (byte[] der : certificate.chainDer()) {
                chain.add(ReturnedCertificate.read(der));
            }
            return chain;
        } catch (CertificateException e) {
            throw new IllegalStateException("a registered certificate cannot be read", e);
        }
    }
}
