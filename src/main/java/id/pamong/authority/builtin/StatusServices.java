package id.pamong.authority.builtin;

import id.pamong.authority.builtin.ceremony.Signers;
import id.pamong.authority.builtin.issuing.Template;
import id.pamong.authority.builtin.key.AuthorityKeys;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.AuthoritySettings;
import id.pamong.authority.builtin.key.Ca;
import id.pamong.authority.builtin.key.CaRows;
import id.pamong.authority.builtin.key.CaRows.SignerKind;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.status.CrlRows;
import id.pamong.authority.builtin.status.OcspDesk;
import id.pamong.authority.builtin.status.RevocationLists;
import id.pamong.authority.builtin.time.ClockGuard;
import id.pamong.authority.builtin.time.TimeStamping;
import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.signature.RevocationProof;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TSPException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a CA says after it has issued: CRL, OCSP, time stamps, revocation. */
@Component
class StatusServices {
    private static final Logger LOG = LoggerFactory.getLogger(StatusServices.class);

    /** A longer list is not put into a signed document, where the OCSP answer says the same. */
    private static final int LONGEST_EMBEDDED = 64 * 1024;

    private final CaRows rows;
    private final CrlRows crls;
    private final OcspDesk ocsp;
    private final ClockGuard guard;
    private final AuthorityKeys keys;
    private final Signers signers;
    private final RevocationLists lists;
    private final CertificateProfiles profiles;
    private final AuthoritySettings settings;
    private final TenantTransactions transactions;
    private final Clock clock;

    /** One for each signer's certificate: it remembers the latest time it has seen. */
    private final ConcurrentMap<UUID, TimeStamping> timeStamping = new ConcurrentHashMap<>();

    StatusServices(
            CaRows rows,
            CrlRows crls,
            OcspDesk ocsp,
            ClockGuard guard,
            AuthorityKeys keys,
            Signers signers,
            RevocationLists lists,
            CertificateProfiles profiles,
            AuthoritySettings settings,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.crls = crls;
        this.ocsp = ocsp;
        this.guard = guard;
        this.keys = keys;
        this.signers = signers;
        this.lists = lists;
        this.profiles = profiles;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The newest list of a shard, without its octets. */
    Optional<CrlRows.Meta> crl(String ca, int shard, boolean delta) {
        return transactions.withoutTenant(() -> crls.newest(ca, shard, delta));
    }

    Optional<byte[]> crlOctets(String ca, int shard, boolean delta, long number) {
        return transactions.withoutTenant(() -> crls.der(ca, shard, delta, number));
    }

    Optional<byte[]> timestamp(String name, byte[] request) {
        return transactions.withoutTenant(() ->
                rows.byName(name)
                        .filter(ca -> !ca.isRoot())
                        .map(ca -> stamper(ca).answer(request, clock.instant())));
    }

    Optional<MessageSigner> messages(String name) {
        return transactions.withoutTenant(() ->
                rows.byName(name)
                        .flatMap(ca ->
                                Optional.ofNullable(ca.government())
                                        .flatMap(government ->
                                                signers.find(ca, SignerKind.CMP)
                                                        .map(signer ->
                                                                new MessageSigner(
                                                                        name,
                                                                        government,
                                                                        signer.certificate(),
                                                                        List.of(
                                                                                ca.certificate(),
                                                                                root()),
                                                                        signer.signer())))));
    }

    private X509CertificateHolder root() {
        return rows.byName(AuthorityNames.ROOT).orElseThrow().certificate();
    }

    /** A token for a signature made here; empty when the clock or the authority is not fit. */
    Optional<byte[]> stamp(LocalGovernmentId government, byte[] sha256) {
        Instant now = clock.instant();
        Optional<TimeStamping> stamper =
                transactions.withoutTenant(() -> rows.issuing(government).map(this::stamper));
        if (stamper.isEmpty() || !stamper.get().isSane(now)) {
            return Optional.empty();
        }
        try {
            return Optional.of(stamper.get().stamp(sha256, now));
        } catch (TSPException | IOException e) {
            LOG.warn("no time stamp was made: {}", e.toString());
            return Optional.empty();
        }
    }

    /** OCSP for what an issuing CA signed (but its OCSP signer), the CRL always. */
    RevocationProof proofFor(X509Certificate certificate, X509Certificate issuer) {
        return transactions.withoutTenant(() ->
                rows.all().stream()
                        .filter(ca -> isSame(ca, issuer))
                        .findFirst()
                        .map(ca -> proof(ca, certificate))
                        .orElseGet(RevocationProof::none));
    }

    private RevocationProof proof(Ca ca, X509Certificate certificate) {
        int shard = Pointers.shard(certificate.getSerialNumber(), ca.shards());
        List<byte[]> crls =
                this.crls
                        .newest(ca.name(), shard, false)
                        .flatMap(list -> this.crls.der(ca.name(), shard, false, list.number()))
                        .stream()
                        .filter(der -> ca.isRoot() || der.length <= LONGEST_EMBEDDED)
                        .toList();
        if (ca.isRoot()) {
            return new RevocationProof(crls, List.of());
        }
        return new RevocationProof(crls, List.of(ocsp.about(ca, certificate.getSerialNumber())));
    }

    /** New CRLs, OCSP answers and signers where they are due; none while the clock is not fit. */
    void refresh() {
        if (!guard.isFit()) {
            return;
        }
        for (Ca ca : transactions.withoutTenant(rows::all)) {
            if (!ca.isRoot()) {
                transactions.<Boolean>withoutTenant(() -> refresh(ca, clock.instant()));
            }
        }
    }

    private boolean refresh(Ca ca, Instant now) {
        rows.lock(ca.name());
        signers.renew(ca, now);
        for (int shard = 0; shard < ca.shards(); shard++) {
            lists.renew(keys.open(ca), ca.baseUrl(), shard, now);
        }
        ocsp.refresh(ca, now);
        return true;
    }

    /** Opens every key, so that a wrong service key shows at the start and not at a counter. */
    void openKeys() {
        transactions.<Boolean>withoutTenant(() -> {
            for (Ca ca : rows.all()) {
                if (!ca.isRoot()) {
                    keys.open(ca);
                    for (SignerKind kind : SignerKind.values()) {
                        signers.find(ca, kind);
                    }
                }
            }
            return true;
        });
    }

    private TimeStamping stamper(Ca ca) {
        var signer =
                rows.signer(ca.name(), SignerKind.TSA)
                        .orElseThrow(() -> new IllegalStateException("no time-stamping authority"));
        return timeStamping.computeIfAbsent(
                signer.id(),
                _ ->
                        new TimeStamping(
                                keys.open(ca.name(), signer),
                                ca.certificate(),
                                Objects.requireNonNull(
                                        Template.policy(
                                                settings.policyArc(),
                                                profiles.of(ProfileId.TIME_STAMPING))),
                                crls.newest(ca.name(), 0, false)
                                        .map(CrlRows.Meta::thisUpdate)
                                        .orElse(Instant.EPOCH),
                                guard::isFit));
    }

    private static boolean isSame(Ca ca, X509Certificate certificate) {
        try {
            return Arrays.equals(Der.of(ca.certificate()), certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return false;
        }
    }
}
