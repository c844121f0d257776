package id.pamong.authority.builtin;

import id.pamong.authority.builtin.issuing.Signing;
import id.pamong.authority.builtin.issuing.Template;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.AuthoritySettings;
import id.pamong.authority.builtin.key.Ca;
import id.pamong.authority.builtin.key.CaRows;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.lint.Lint;
import id.pamong.authority.builtin.status.IssuedCertificates;
import id.pamong.authority.builtin.status.StatusChanges;
import id.pamong.authority.builtin.time.ClockGuard;
import id.pamong.authority.gateway.Capability;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificateProfile;
import id.pamong.authority.gateway.CertificateProfiles;
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
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/** The way to the built-in authority: everything happens in our own transaction. */
@Component
class BuiltinWay implements CertificationAuthority {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final CaRows rows;
    private final CertificateProfiles profiles;
    private final IssuedCertificates issued;
    private final IssuingCas cas;
    private final StatusChanges changes;
    private final ClockGuard guard;
    private final AuthoritySettings settings;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final Signing signing = new Signing();

    BuiltinWay(
            CaRows rows,
            CertificateProfiles profiles,
            IssuedCertificates issued,
            IssuingCas cas,
            StatusChanges changes,
            ClockGuard guard,
            AuthoritySettings settings,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        profiles.requireLints(Lint::isKnown);
        this.profiles = profiles;
        this.issued = issued;
        this.cas = cas;
        this.changes = changes;
        this.guard = guard;
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
        return profiles.all().stream()
                .filter(CertificateProfile::ordered)
                .map(CertificateProfile::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public OrderOutcome order(CertificateOrder order) {
        Optional<String> clockFault = guard.fault();
        if (clockFault.isPresent()) {
            return new OrderOutcome.Unavailable(clockFault.get());
        }
        CertificateProfile profile = profiles.of(order.profile());
        if (!profile.ordered()) {
            return new OrderOutcome.Refused("profile.not-ordered");
        }
        if (!profile.takes(order.subject())) {
            return new OrderOutcome.Refused("profile.subject");
        }
        if (!profile.takesHosts(order.dnsNames().size())) {
            return new OrderOutcome.Refused("profile.hosts");
        }
        return switch (Requests.read(order, profile)) {
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
        var situation = issued.situation(order.government(), order.requestKey(), keySha256);
        if (situation.before().isPresent()) {
            return before(situation.before().get(), order, keySha256);
        }
        if (situation.issuing().isEmpty()) {
            return new OrderOutcome.Unavailable("no issuing authority yet");
        }
        if (situation.keyKnown()) {
            return new OrderOutcome.Refused("request.key-known");
        }
        Instant now = clock.instant();
        Instant lastSecond = order.notAfter();
        if (lastSecond != null && !lastSecond.isAfter(now.plus(SHORTEST))) {
            return new OrderOutcome.Refused("validity.over");
        }
        IssuingCas.Issuing ca = cas.of(situation.issuing().get());
        BigInteger serial = signing.serial();
        int shard = ca.shard(serial);
        X509CertificateHolder certificate =
                signing.issue(
                        ca.authority(),
                        Template.of(
                                profiles.of(order.profile()),
                                AuthorityNames.of(order.subject()),
                                order.dnsNames(),
                                lastSecond,
                                settings.policyArc(),
                                ca.pointers().get(shard)),
                        key,
                        serial,
                        now);
        boolean written =
                issued.insert(
                        ca.name(),
                        order.government(),
                        order.requestKey(),
                        order.profile().name(),
                        certificate,
                        keySha256,
                        shard,
                        now);
        if (written) {
            return new OrderOutcome.Issued(Der.of(certificate), ca.chain());
        }
        // Another order with the same request key, or the same key, was committed meanwhile.
        return issued.situation(order.government(), order.requestKey(), keySha256)
                .before()
                .map(winner -> before(winner, order, keySha256))
                .orElseGet(() -> new OrderOutcome.Refused("request.key-known"));
    }

    private OrderOutcome before(
            IssuedCertificates.Issued known, CertificateOrder order, byte[] keySha256) {
        return known.profile() == order.profile()
                        && Arrays.equals(known.publicKeySha256(), keySha256)
                ? new OrderOutcome.Issued(known.der(), cas.chainOf(known.ca()))
                : new OrderOutcome.Refused("request-key.used");
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
