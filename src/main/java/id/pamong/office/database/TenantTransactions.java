package id.pamong.office.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the tables: a transaction for one local government, or one that sees only the
 * tenantless tables. The setting {@code app.tenant} lasts for the transaction and row-level
 * security reads it; a query outside finds nothing.
 */
@Component
public class TenantTransactions {
    private static final Object NO_TENANT = new Object();

    private final TransactionTemplate transaction;
    private final TransactionTemplate part;
    private final JdbcClient jdbc;

    TenantTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.transaction = new TransactionTemplate(manager);
        this.part = new TransactionTemplate(manager);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.jdbc = jdbc;
    }

    /**
     * Runs the work in a transaction of the local government. Inside an open transaction of the
     * same local government it joins; another one is a programming error.
     */
    public <T extends @Nullable Object> T inTenant(LocalGovernmentId tenant, Supplier<T> work) {
        Object open = TransactionSynchronizationManager.getResource(this);
        if (open != null) {
            if (!open.equals(tenant)) {
                throw new IllegalStateException(
                        "a transaction of another local government is open");
            }
            return work.get();
        }
        return begin(tenant, tenant.toString(), work);
    }

    /** As {@link #inTenant(LocalGovernmentId, Supplier)} without a result. */
    public void inTenant(LocalGovernmentId tenant, Runnable work) {
        inTenant(
                tenant,
                () -> {
                    work.run();
                    return Optional.empty();
                });
    }

    /**
     * A part of the open transaction: when it fails it alone is undone, and the caller may go on.
     */
    public void inPart(Runnable work) {
        if (!isOpen()) {
            throw new IllegalStateException("no transaction is open");
        }
        part.executeWithoutResult(status -> work.run());
    }

    /** Runs the work in a transaction that sees no local government's rows. */
    public <T extends @Nullable Object> T withoutTenant(Supplier<T> work) {
        Object open = TransactionSynchronizationManager.getResource(this);
        if (open != null) {
            return work.get();
        }
        return begin(NO_TENANT, "", work);
    }

    /** The local government of the open transaction. */
    public LocalGovernmentId current() {
        if (TransactionSynchronizationManager.getResource(this)
                instanceof LocalGovernmentId tenant) {
            return tenant;
        }
        throw new IllegalStateException("no transaction of a local government is open");
    }

    /** Whether any transaction is open, with a local government or without. */
    public boolean isOpen() {
        return TransactionSynchronizationManager.getResource(this) != null;
    }

    /** As {@link #current}, empty in a transaction without a local government. */
    public Optional<LocalGovernmentId> currentIfAny() {
        Object open = TransactionSynchronizationManager.getResource(this);
        if (open == null) {
            throw new IllegalStateException("no transaction is open");
        }
        return open instanceof LocalGovernmentId tenant ? Optional.of(tenant) : Optional.empty();
    }

    private <T extends @Nullable Object> T begin(Object marker, String setting, Supplier<T> work) {
        return transaction.execute(status -> {
            TransactionSynchronizationManager.bindResource(this, marker);
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int outcome) {
                            TransactionSynchronizationManager.unbindResourceIfPossible(
                                    TenantTransactions.this);
                        }
                    });
            jdbc.sql("select set_config('app.tenant', ?, true)")
                    .param(setting)
                    .query(String.class)
                    .single();
            return work.get();
        });
    }
}
