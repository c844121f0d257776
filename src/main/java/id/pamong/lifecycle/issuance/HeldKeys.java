package id.pamong.lifecycle.issuance;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.CertificationRequests;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.enrollment.KnownKeys;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Setting;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.springframework.stereotype.Component;

/**
 * Keys that their owners make and keep themselves (MDN-1.13): whether that is offered, and whether
 * a request from the owner's browser may be taken. The law's setting and the profile both have to
 * allow it; officers' certificates and seals are used here and so are kept here.
 */
@Component
public class HeldKeys {
    static final String FIELD = "csr";

    /** Kinds of key that every browser makes and opens again. */
    private static final Set<KeyAlgorithm> IN_BROWSERS =
            EnumSet.of(KeyAlgorithm.EC_P256, KeyAlgorithm.RSA_2048);

    private static final Set<ProfileId> PROFILES =
            EnumSet.of(ProfileId.INDIVIDUAL_SIGNATURE, ProfileId.POSITION_SIGNATURE);

    private final CertificateProfiles profiles;
    private final KnownKeys known;
    private final LocalGovernments governments;
    private final Regulations regulations;

    HeldKeys(
            CertificateProfiles profiles,
            KnownKeys known,
            LocalGovernments governments,
            Regulations regulations) {
        this.profiles = profiles;
        this.known = known;
        this.governments = governments;
        this.regulations = regulations;
    }

    /** Whether a request may be used. */
    sealed interface Checked {
        /** It proves possession of a fit and fresh key. */
        record Fit(CertificationRequest request) implements Checked {}

        /** Every reason against it, on the field {@code csr}. */
        record Unfit(List<Finding> findings) implements Checked {
            public Unfit {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Kinds of key that the owner may make; empty when keys of such certificates are kept here. */
    public List<KeyAlgorithm> offered(LocalGovernmentId government, ProfileId profile) {
        Setting setting =
                regulations
                        .profile(governments.get(government).regulationId())
                        .setting("custody.offered");
        if (!PROFILES.contains(profile)
                || !setting.values().contains(KeyCustody.SUBSCRIBER_HELD.name())) {
            return List.of();
        }
        return profiles.of(profile).algorithms().stream()
                .filter(IN_BROWSERS::contains)
                .sorted()
                .toList();
    }

    /** The name that the request must bear, DER. */
    public static byte[] subject(CertificateTerms terms) {
        return new X500Principal(terms.subject().rfc4514()).getEncoded();
    }

    Checked check(LocalGovernmentId government, CertificateTerms terms, byte[] sent) {
        List<KeyAlgorithm> offered = offered(government, terms.profile());
        if (offered.isEmpty()) {
            return unfit("issuance.held-not-offered");
        }
        return switch (CertificationRequests.read(sent)) {
            case CertificationRequests.Reading.Unreadable(String code) -> unfit(said(code));
            case CertificationRequests.Reading.Read(CertificationRequest request) -> {
                if (!request.faults().isEmpty()) {
                    yield new Checked.Unfit(
                            request.faults().stream()
                                    .map(code ->
                                            Finding.blocking(said(code), FIELD, request.keyWords()))
                                    .toList());
                }
                KeyAlgorithm algorithm = request.algorithm();
                if (algorithm == null || !offered.contains(algorithm)) {
                    yield unfit("issuance.held-kind");
                }
                yield known.isKnown(government, request.keySha256())
                        ? unfit("issuance.held-known")
                        : new Checked.Fit(request);
            }
        };
    }

    /** The sentences are those for the request of a system. */
    private static String said(String code) {
        return "enrollment." + code.replace('.', '-');
    }

    private static Checked unfit(String code) {
        return new Checked.Unfit(List.of(Finding.blocking(code, FIELD)));
    }
}
