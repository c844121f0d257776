package id.pamong.authority.builtin.ceremony;

import id.pamong.authority.builtin.AuthorityCertificate;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.RootFile;
import id.pamong.authority.builtin.RootOpening;
import id.pamong.authority.builtin.issuing.Signing;
import id.pamong.authority.builtin.issuing.Template;
import id.pamong.authority.builtin.key.AuthorityKeys;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.AuthoritySettings;
import id.pamong.authority.builtin.key.Ca;
import id.pamong.authority.builtin.key.CaRows;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.builtin.status.IssuedCertificates;
import id.pamong.authority.builtin.status.RevocationLists;
import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/** What is done once, with the root's key: root, issuing authorities, the root's CRL. */
@Component
public class RootCeremony {
    private final CaRows rows;
    private final IssuedCertificates issued;
    private final AuthorityKeys keys;
    private final Signers signers;
    private final RevocationLists lists;
    private final CertificateProfiles profiles;
    private final AuthoritySettings settings;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final Signing signing = new Signing();
    private final RootFiles files = new RootFiles();

    public RootCeremony(
            CaRows rows,
            IssuedCertificates issued,
            AuthorityKeys keys,
            Signers signers,
            RevocationLists lists,
            CertificateProfiles profiles,
            AuthoritySettings settings,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.issued = issued;
        this.keys = keys;
        this.signers = signers;
        this.lists = lists;
        this.profiles = profiles;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    public RootFile createRoot(String organization, URI publicBaseUrl, SecretBytes passphrase) {
        Instant now = clock.instant();
        SigningAuthority root =
                signing.selfSigned(
                        Template.of(
                                profiles.of(ProfileId.ROOT_CA),
                                AuthorityNames.root(organization),
                                settings.policyArc(),
                                null),
                        settings.rootKey(),
                        now);
        byte[] pem = files.write(root, passphrase);
        Ca ca =
                new Ca(
                        AuthorityNames.ROOT,
                        null,
                        organization,
                        withoutSlash(publicBaseUrl),
                        Standing.TRIAL,
                        root.certificate(),
                        1,
                        null);
        transactions.<Optional<Ca>>withoutTenant(() -> {
            if (rows.rootHasIssued()) {
                throw new Conflict("authority.root-exists");
            }
            rows.delete(AuthorityNames.ROOT);
            rows.insert(ca, now);
            rows.keepRootFile(pem);
            lists.nextOfRoot(root, ca.baseUrl(), now);
            return Optional.of(ca);
        });
        return rootFile(root.certificate(), pem);
    }

    public Optional<RootFile> exportRoot() {
        return transactions.withoutTenant(() ->
                rows.rootFile()
                        .flatMap(pem ->
                                rows.byName(AuthorityNames.ROOT)
                                        .map(root -> rootFile(root.certificate(), pem))));
    }

    public void takeRootOffline() {
        transactions.<Boolean>withoutTenant(() -> {
            rows.eraseRootFile();
            return true;
        });
    }

    public RootOpening createIssuing(
            LocalGovernmentId government,
            String slug,
            String organization,
            byte[] rootFilePem,
            SecretBytes passphrase) {
        return withRoot(
                rootFilePem,
                passphrase,
                root -> issue(root, government, slug, organization, clock.instant()));
    }

    public RootOpening renewRootCrl(byte[] rootFilePem, SecretBytes passphrase) {
        return withRoot(
                rootFilePem,
                passphrase,
                root -> {
                    rows.lock(AuthorityNames.ROOT);
                    Ca known = rows.byName(AuthorityNames.ROOT).orElseThrow();
                    lists.nextOfRoot(root, known.baseUrl(), clock.instant());
                    return known;
                });
    }

    public void decideInternal(LocalGovernmentId government, String decision, LocalDate decidedOn) {
        transactions.<Boolean>withoutTenant(() -> {
            Ca ca =
                    rows.issuing(government)
                            .orElseThrow(() -> new NotFound("authority.no-issuing"));
            rows.setStanding(ca.name(), Standing.INTERNAL, decision, decidedOn);
            return true;
        });
    }

    private RootOpening withRoot(
            byte[] pem, SecretBytes passphrase, Function<SigningAuthority, Ca> work) {
        X509CertificateHolder certificate =
                transactions
                        .withoutTenant(() -> rows.byName(AuthorityNames.ROOT))
                        .orElseThrow(() -> new NotFound("authority.no-root"))
                        .certificate();
        return switch (files.open(pem, passphrase, certificate)) {
            case RootFiles.Opening.Opened(SigningAuthority root) ->
                    new RootOpening.Done(
                            BuiltinAuthority.published(
                                    transactions.withoutTenant(() -> work.apply(root))));
            case RootFiles.Opening.WrongPassphrase() -> new RootOpening.WrongPassphrase();
            case RootFiles.Opening.NoRootFile() -> new RootOpening.NoRootFile();
            case RootFiles.Opening.OtherRoot() -> new RootOpening.OtherRoot();
        };
    }

    private Ca issue(
            SigningAuthority root,
            LocalGovernmentId government,
            String slug,
            String organization,
            Instant now) {
        rows.lock(AuthorityNames.ROOT);
        URI base = rows.byName(AuthorityNames.ROOT).orElseThrow().baseUrl();
        String name = slug + "-" + (rows.countOf(government) + 1);
        KeyPair pair = settings.issuingKey().newPair();
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        X509CertificateHolder certificate =
                signing.issue(
                        root,
                        Template.of(
                                profiles.of(ProfileId.ISSUING_CA),
                                AuthorityNames.issuing(name, organization),
                                settings.policyArc(),
                                Pointers.toRoot(base)),
                        key,
                        now);
        Ca ca =
                new Ca(
                        name,
                        government,
                        organization,
                        base,
                        Standing.TRIAL,
                        certificate,
                        settings.crlShards(),
                        keys.seal(Der.fingerprint(certificate), pair.getPrivate()));
        rows.insert(ca, now);
        issued.insert(
                AuthorityNames.ROOT,
                government,
                null,
                ProfileId.ISSUING_CA.name(),
                certificate,
                Der.sha256(pair.getPublic().getEncoded()),
                0,
                now);
        signers.renew(ca, now);
        // A list made before the certificate says nothing about it: validators refuse it as proof.
        lists.nextOfRoot(root, base, now);
        lists.first(keys.open(ca), base, ca.shards(), now);
        return ca;
    }

    private static RootFile rootFile(X509CertificateHolder root, byte[] pem) {
        String fingerprint = Der.fingerprint(root);
        return new RootFile(
                "pamong-root-" + fingerprint.substring(0, 8) + ".pem", pem, fingerprint);
    }

    private static URI withoutSlash(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : base;
    }

    public List<AuthorityCertificate> published() {
        return transactions.withoutTenant(rows::all).stream()
                .map(BuiltinAuthority::published)
                .toList();
    }
}
