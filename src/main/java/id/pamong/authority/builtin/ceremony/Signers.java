package id.pamong.authority.builtin.ceremony;

import id.pamong.authority.builtin.issuing.Signing;
import id.pamong.authority.builtin.issuing.Template;
import id.pamong.authority.builtin.key.AuthorityKeyKind;
import id.pamong.authority.builtin.key.AuthorityKeys;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.AuthoritySettings;
import id.pamong.authority.builtin.key.Ca;
import id.pamong.authority.builtin.key.CaRows;
import id.pamong.authority.builtin.key.CaRows.Signer;
import id.pamong.authority.builtin.key.CaRows.SignerKind;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.builtin.status.IssuedCertificates;
import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.ProfileId;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * OCSP signer, time-stamping authority and signer of CMP messages below each issuing CA, made anew
 * with a new key when a third of their validity is left. Runs in the caller's transaction.
 */
@Component
public class Signers {
    private static final int SHARE_LEFT = 3;

    private final CaRows rows;
    private final IssuedCertificates issued;
    private final AuthorityKeys keys;
    private final CertificateProfiles profiles;
    private final AuthoritySettings settings;
    private final Signing signing = new Signing();

    public Signers(
            CaRows rows,
            IssuedCertificates issued,
            AuthorityKeys keys,
            CertificateProfiles profiles,
            AuthoritySettings settings) {
        this.rows = rows;
        this.issued = issued;
        this.keys = keys;
        this.profiles = profiles;
        this.settings = settings;
    }

    /** Makes the signers that are missing or near their end. */
    public void renew(Ca ca, Instant now) {
        for (SignerKind kind : SignerKind.values()) {
            Optional<Signer> newest = rows.signer(ca.name(), kind);
            if (newest.isEmpty() || isNearEnd(newest.get().certificate(), now)) {
                rows.insertSigner(ca.name(), kind, make(ca, kind, now), now);
            }
        }
    }

    public SigningAuthority open(Ca ca, SignerKind kind) {
        return find(ca, kind)
                .orElseThrow(() -> new IllegalStateException("no signer of kind " + kind));
    }

    /** Empty for a kind that the program did not know when it last looked. */
    public Optional<SigningAuthority> find(Ca ca, SignerKind kind) {
        return rows.signer(ca.name(), kind).map(signer -> keys.open(ca.name(), signer));
    }

    private Signer make(Ca ca, SignerKind kind, Instant now) {
        ProfileId profile =
                switch (kind) {
                    case OCSP -> ProfileId.OCSP_SIGNER;
                    case TSA -> ProfileId.TIME_STAMPING;
                    case CMP -> ProfileId.CMP_SIGNER;
                };
        X500Name subject =
                switch (kind) {
                    case OCSP -> AuthorityNames.ocspSigner(ca.name(), ca.organization());
                    case TSA -> AuthorityNames.timeStamping(ca.name(), ca.organization());
                    case CMP -> AuthorityNames.messageSigner(ca.name(), ca.organization());
                };
        AuthorityKeyKind issuing =
                AuthorityKeyKind.of(ca.certificate().getSubjectPublicKeyInfo()).orElseThrow();
        KeyPair pair =
                switch (kind) {
                    case OCSP -> issuing.ofOcspSigner().newPair();
                    case TSA, CMP -> issuing.ofTimeStamping().newPair();
                };
        BigInteger serial = signing.serial();
        int shard = Pointers.shard(serial, ca.shards());
        X509CertificateHolder certificate =
                signing.issue(
                        keys.open(ca),
                        Template.of(
                                profiles.of(profile),
                                subject,
                                settings.policyArc(),
                                Pointers.toIssuing(ca.baseUrl(), ca.name(), shard)),
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                        serial,
                        now);
        issued.insert(
                ca.name(),
                ca.government(),
                null,
                profile.name(),
                certificate,
                Der.sha256(pair.getPublic().getEncoded()),
                shard,
                now);
        return new Signer(
                UUID.randomUUID(),
                certificate,
                keys.seal(Der.fingerprint(certificate), pair.getPrivate()));
    }

    private static boolean isNearEnd(X509CertificateHolder certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        Duration whole = Duration.between(certificate.getNotBefore().toInstant(), end);
        return now.isAfter(end.minus(whole.dividedBy(SHARE_LEFT)));
    }
}
