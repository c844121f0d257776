package id.pamong.authority.builtin;

import id.pamong.authority.builtin.CaRows.SignerKind;
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
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.tsp.TSPException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a CA says after it has issued: CRL, OCSP, time stamps, revocation. */
@Component
class StatusServices {
    private static final Logger LOG = LoggerFactory.getLogger(StatusServices.class);

    private final CaRows rows;
    private final IssuedCertificates issued;
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

    Optional<RevocationList> crl(String ca, int shard) {
        return transactions.withoutTenant(() -> issued.newestCrl(ca, shard));
    }

    OcspAnswer ocsp(String name, byte[] request) {
        return transactions.withoutTenant(() ->
                rows.byName(name)
                        .filter(ca -> !ca.isRoot())
                        .map(ca -> answers(ca).answer(request, clock.instant()))
                        .orElseGet(() ->
                                OcspAnswer.failed(
                                        OcspAnswers.failure(OCSPRespBuilder.UNAUTHORIZED))));
    }

    Optional<byte[]> timestamp(String name, byte[] request) {
        return transactions.withoutTenant(() ->
                rows.byName(name)
                        .filter(ca -> !ca.isRoot())
                        .map(ca -> stamper(ca).answer(request, clock.instant())));
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
        List<byte[]> crls = lists.newest(ca.name()).map(RevocationList::der).stream().toList();
        if (ca.isRoot()) {
            return new RevocationProof(crls, List.of());
        }
        return new RevocationProof(
                crls, List.of(answers(ca).about(certificate.getSerialNumber(), clock.instant())));
    }

    /** New CRLs and new signers where they are due. */
    void refresh() {
        for (Ca ca : transactions.withoutTenant(rows::all)) {
            if (!ca.isRoot()) {
                transactions.<Boolean>withoutTenant(() -> refresh(ca, clock.instant()));
            }
        }
    }

    private boolean refresh(Ca ca, Instant now) {
        rows.lock(ca.name());
        signers.renew(ca, now);
        if (lists.isStale(ca.name(), now)) {
            lists.next(keys.open(ca), now);
            return true;
        }
        return false;
    }

    /** Opens every key, so that a wrong service key shows at the start and not at a counter. */
    void openKeys() {
        transactions.<Boolean>withoutTenant(() -> {
            for (Ca ca : rows.all()) {
                if (!ca.isRoot()) {
                    keys.open(ca);
                    for (SignerKind kind : SignerKind.values()) {
                        signers.open(ca, kind);
                    }
                }
            }
            return true;
        });
    }

    private OcspAnswers answers(Ca ca) {
        return new OcspAnswers(
                ca.certificate(),
                signers.open(ca, SignerKind.OCSP),
                serial -> issued.status(ca.name(), serial));
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
                                lists.newest(ca.name())
                                        .map(RevocationList::thisUpdate)
                                        .orElse(Instant.EPOCH)));
    }

    private static boolean isSame(Ca ca, X509Certificate certificate) {
        try {
            return Arrays.equals(Der.of(ca.certificate()), certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return false;
        }
    }
}
