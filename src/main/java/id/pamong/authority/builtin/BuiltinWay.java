package id.pamong.authority.builtin;

import id.pamong.authority.gateway.Capability;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificateProfile;
import id.pamong.authority.gateway.CertificationAuthority;
import id.pamong.authority.gateway.KnownAuthority;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.Standing;
import id.pamong.authority.gateway.StatusOrder;
import id.pamong.authority.gateway.StatusOutcome;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/** The way to the built-in authority: everything happens in our own transaction. */
@Component
class BuiltinWay implements CertificationAuthority {
    /** Signers of the authority are its own matter. */
    private static final Set<ProfileId> ORDERED =
            Set.of(
                    ProfileId.INDIVIDUAL_SIGNATURE,
                    ProfileId.POSITION_SIGNATURE,
                    ProfileId.ORGANISATION_SEAL,
                    ProfileId.TLS_SERVER,
                    ProfileId.TLS_CLIENT,
                    ProfileId.RA_OFFICER,
                    ProfileId.HTTPS_SERVER);

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final CaRows rows;
    private final IssuedCertificates issued;
    private final AuthorityKeys keys;
    private final StatusChanges changes;
    private final AuthoritySettings settings;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final Signing signing = new Signing();

    BuiltinWay(
            CaRows rows,
            IssuedCertificates issued,
            AuthorityKeys keys,
            StatusChanges changes,
            AuthoritySettings settings,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.issued = issued;
        this.keys = keys;
        this.changes = changes;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "builtin";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.ORDER, Capability.REVOKE, Capability.HOLD, Capability.SAME_TRANSACTION);
    }

    @Override
    public Standing standing(LocalGovernmentId government) {
        return transactions
                .withoutTenant(() -> rows.issuing(government))
                .map(Ca::standing)
                .orElse(Standing.TRIAL);
    }

    @Override
    public String name(LocalGovernmentId government) {
        return transactions
                .withoutTenant(() -> rows.issuing(government))
                .map(ca -> commonName(ca.certificate()))
                .orElse("Pamong");
    }

    @Override
    public List<KnownAuthority> known() {
        return transactions.withoutTenant(rows::all).stream()
                .map(ca ->
                        new KnownAuthority(
                                commonName(ca.certificate()),
                                ca.standing(),
                                ca.isRoot(),
                                Der.of(ca.certificate())))
                .toList();
    }

    @Override
    public Set<ProfileId> products() {
        return ORDERED;
    }

    @Override
    public OrderOutcome order(CertificateOrder order) {
        if (!ORDERED.contains(order.profile())) {
            return new OrderOutcome.Refused("profile.not-ordered");
        }
        return switch (Requests.read(order)) {
            case Requests.Reading.Unfit(String code) -> new OrderOutcome.Refused(code);
            case Requests.Reading.Fit(SubjectPublicKeyInfo key) ->
                    transactions.inTenant(order.government(), () -> issue(order, key));
        };
    }

    @Override
    public StatusOutcome change(StatusOrder order) {
        return changes.change(order);
    }

    private OrderOutcome issue(CertificateOrder order, SubjectPublicKeyInfo key) {
        byte[] keySha256 = Der.sha256(encoded(key));
        issued.lock(order.requestKey());
        Optional<IssuedCertificates.Issued> before = issued.byRequest(order.requestKey());
        if (before.isPresent()) {
            IssuedCertificates.Issued known = before.get();
            return known.profile() == order.profile()
                            && Arrays.equals(known.publicKeySha256(), keySha256)
                    ? outcome(known.ca(), known.der())
                    : new OrderOutcome.Refused("request-key.used");
        }
        Optional<Ca> ca = rows.issuing(order.government());
        if (ca.isEmpty()) {
            return new OrderOutcome.Unavailable("no issuing authority yet");
        }
        if (issued.knowsKey(ca.get().name(), keySha256)) {
            return new OrderOutcome.Refused("request.key-known");
        }
        Instant now = clock.instant();
        Instant lastSecond = order.notAfter();
        if (lastSecond != null && !lastSecond.isAfter(now.plus(SHORTEST))) {
            return new OrderOutcome.Refused("validity.over");
        }
        X509CertificateHolder certificate =
                signing.issue(
                        keys.open(ca.get()),
                        Template.endEntity(
                                CertificateProfile.of(order.profile()),
                                AuthorityNames.of(order.subject()),
                                order.dnsNames(),
                                lastSecond,
                                settings.policyArc(),
                                Pointers.toIssuing(ca.get().baseUrl(), ca.get().name())),
                        key,
                        now);
        issued.insert(
                ca.get().name(),
                order.government(),
                order.requestKey(),
                order.profile().name(),
                certificate,
                keySha256,
                now);
        return outcome(ca.get().name(), Der.of(certificate));
    }

    private OrderOutcome outcome(String ca, byte[] certificate) {
        return new OrderOutcome.Issued(
                certificate,
                List.of(
                        Der.of(rows.byName(ca).orElseThrow().certificate()),
                        Der.of(rows.byName(AuthorityNames.ROOT).orElseThrow().certificate())));
    }

    private static byte[] encoded(SubjectPublicKeyInfo key) {
        try {
            return key.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("the public key cannot be encoded", e);
        }
    }

    private static String commonName(X509CertificateHolder certificate) {
        return IETFUtils.valueToString(
                certificate.getSubject().getRDNs(BCStyle.CN)[0].getFirst().getValue());
    }
}
