package id.pamong.office.identity.sso;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which single sign-on a local government has; its administrator says so. */
@Component
public class SsoSettings {
    private static final String CONTEXT = "sso_provider.secret";
    private static final int LONGEST = 200;
    private static final Pattern CLAIM = Pattern.compile("[A-Za-z0-9_:./-]{1,100}");

    private final TenantTransactions transactions;
    private final SsoRows rows;
    private final SsoFetch fetch;
    private final SsoTokens tokens;
    private final Seals seals;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    SsoSettings(
            TenantTransactions transactions,
            SsoRows rows,
            SsoFetch fetch,
            SsoTokens tokens,
            Seals seals,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.fetch = fetch;
        this.tokens = tokens;
        this.seals = seals;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was entered, be it switched off. */
    public Optional<SsoProvider> of(LocalGovernmentId government) {
        return transactions.inTenant(government, rows::provider);
    }

    /** By what people may sign in now. */
    public Optional<SsoProvider> active(LocalGovernmentId government) {
        return of(government).filter(SsoProvider::active);
    }

    /** What an administrator typed. */
    public record Entry(
            String issuer,
            String clientId,
            String nipClaim,
            String label,
            String factorValues,
            boolean active) {}

    /**
     * Keeps the settings. To be switched on the provider must answer now.
     *
     * @param secret of our client there; without one the kept one stays
     * @return findings, all at once; empty when it is kept
     */
    public List<Finding> set(Actor actor, Entry entry, Optional<SecretBytes> secret) {
        permissions.require(actor, "identity.set-sso");
        List<Finding> findings = new ArrayList<>();
        Optional<URI> issuer = issuer(entry.issuer());
        boolean hasSecret =
                secret.isPresent()
                        || transactions.inTenant(actor.government(), rows::secret).isPresent();
        if (issuer.isEmpty()) {
            findings.add(Finding.blocking("sso.issuer", "issuer"));
        }
        if (entry.clientId().isEmpty() || entry.clientId().length() > LONGEST) {
            findings.add(Finding.blocking("sso.client-id", "clientId"));
        }
        if (!hasSecret) {
            findings.add(Finding.blocking("sso.secret", "clientSecret"));
        }
        if (!CLAIM.matcher(entry.nipClaim()).matches()) {
            findings.add(Finding.blocking("sso.claim", "nipClaim"));
        }
        if (entry.label().isEmpty() || entry.label().length() > 60) {
            findings.add(Finding.blocking("sso.label", "label"));
        }
        if (entry.factorValues().length() > LONGEST) {
            findings.add(Finding.blocking("sso.factors", "factorValues"));
        }
        if (entry.active() && issuer.isPresent()) {
            answers(issuer.get()).ifPresent(findings::add);
        }
        if (findings.isEmpty()) {
            keep(
                    actor,
                    new SsoProvider(
                            issuer.orElseThrow(),
                            entry.clientId(),
                            entry.nipClaim(),
                            entry.label(),
                            SsoRows.values(entry.factorValues()),
                            entry.active()),
                    secret);
        }
        return findings;
    }

    private void keep(Actor actor, SsoProvider provider, Optional<SecretBytes> secret) {
        transactions.inTenant(
                actor.government(),
                () -> {
                    byte[] sealed =
                            secret.map(typed ->
                                            typed.reveal(bytes ->
                                                    seals.seal(
                                                            KeyPurpose.SECOND_FACTOR,
                                                            actor.government(),
                                                            bytes,
                                                            CONTEXT)))
                                    .orElseGet(() -> rows.secret().orElseThrow());
                    rows.keep(provider, sealed, clock.instant(), actor.account().value());
                    audit.record(
                            new AuditRecord(
                                    "identity.set-sso",
                                    actor.account().value(),
                                    "government",
                                    actor.government().value(),
                                    provider.active() ? "ON" : "OFF",
                                    Map.of("issuer", provider.issuer().toString())));
                });
    }

    private Optional<Finding> answers(URI issuer) {
        try {
            tokens.discover(issuer);
            return Optional.empty();
        } catch (SsoFetch.Unreachable e) {
            return Optional.of(Finding.blocking("sso.unreachable", "issuer"));
        } catch (SsoTokens.Unacceptable e) {
            return Optional.of(Finding.blocking("sso.no-provider", "issuer"));
        }
    }

    private Optional<URI> issuer(String typed) {
        try {
            URI uri = URI.create(typed);
            boolean good =
                    typed.length() <= LONGEST
                            && uri.getQuery() == null
                            && uri.getFragment() == null
                            && uri.getHost() != null
                            && fetch.isAllowed(uri);
            return good ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The client's secret in clear, for the one request that needs it. */
    String secret(LocalGovernmentId government) {
        byte[] sealed = transactions.inTenant(government, rows::secret).orElseThrow();
        return new String(
                seals.open(KeyPurpose.SECOND_FACTOR, government, sealed, CONTEXT),
                StandardCharsets.UTF_8);
    }
}
