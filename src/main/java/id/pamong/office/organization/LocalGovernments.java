package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.Seals;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The local governments of this installation. */
@Component
public class LocalGovernments {
    private static final Logger LOG = LoggerFactory.getLogger(LocalGovernments.class);

    private final LocalGovernmentRows rows;
    private final PostRows posts;
    private final TenantTransactions transactions;
    private final Seals seals;
    private final AuditTrail audit;
    private final Clock clock;

    LocalGovernments(
            LocalGovernmentRows rows,
            PostRows posts,
            TenantTransactions transactions,
            Seals seals,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.transactions = transactions;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /** By the first segment of a URL. */
    public Optional<LocalGovernment> bySlug(String slug) {
        return transactions.withoutTenant(() -> rows.bySlug(slug));
    }

    public Optional<LocalGovernment> byId(LocalGovernmentId id) {
        return transactions.withoutTenant(() -> rows.byId(id));
    }

    /** As {@link #byId}; a missing one is a programming error. */
    public LocalGovernment get(LocalGovernmentId id) {
        return byId(id).orElseThrow(() -> new IllegalArgumentException("no government " + id));
    }

    /** By slug. */
    public List<LocalGovernment> all() {
        return transactions.withoutTenant(rows::all);
    }

    /** Works for each of them in turn; what fails for one is logged and never stops another. */
    public void each(Consumer<LocalGovernmentId> work) {
        for (LocalGovernment one : all()) {
            try {
                work.accept(one.id());
            } catch (RuntimeException broken) {
                LOG.error("work for a local government waits for the next time", broken);
            }
        }
    }

    /** Everything wrong with it at once; empty when it may be created. */
    public List<Finding> check(NewLocalGovernment government) {
        List<Finding> findings = new ArrayList<>(GovernmentRules.check(government));
        if (findings.stream().noneMatch(found -> "slug".equals(found.field()))
                && bySlug(government.slug()).isPresent()) {
            findings.add(Finding.blocking("organization.slug-taken", "slug", government.slug()));
        }
        return List.copyOf(findings);
    }

    /**
     * Creates it. Findings of {@link #check} are a programming error here.
     *
     * @param by account that does it, null for the first run
     */
    public LocalGovernmentId create(NewLocalGovernment government, @Nullable UUID by) {
        LocalGovernmentId id = new LocalGovernmentId(UUID.randomUUID());
        create(id, government, by);
        return id;
    }

    /** As {@link #create(NewLocalGovernment, UUID)} under an id that was chosen before. */
    public void create(LocalGovernmentId id, NewLocalGovernment government, @Nullable UUID by) {
        List<Finding> findings = check(government);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException("unchecked: " + findings.getFirst().code());
        }
        transactions.inTenant(
                id,
                () -> {
                    rows.add(id, government, clock.instant());
                    posts.addGovernmentPosts(
                            government.headTitle(),
                            government.deputyTitle(),
                            government.kind() == GovernmentKind.PROVINSI
                                    ? government.province()
                                    : government.place());
                    audit.record(
                            new AuditRecord(
                                    "organization.create-government",
                                    by,
                                    "local-government",
                                    id.value(),
                                    "CREATED",
                                    Map.of(
                                            "slug", government.slug(),
                                            "regulation", government.regulationId())));
                });
        seals.prepare(id);
    }

    /** Names the agency that is the registration authority (MDN-3(2)). */
    public void nameRaOffice(LocalGovernmentId government, AgencyId agency, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    rows.nameRaOffice(government, agency);
                    audit.record(
                            new AuditRecord(
                                    "organization.name-ra-office",
                                    by,
                                    "local-government",
                                    government.value(),
                                    "NAMED",
                                    Map.of("agency", agency.toString())));
                });
    }
}
