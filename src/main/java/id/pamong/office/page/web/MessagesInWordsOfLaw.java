package id.pamong.office.page.web;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.PageFrame;
import id.pamong.office.regulation.Regulations;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Messages that call the registration authority what the regulation of the local government calls
 * it: {@code [ra.label]} stands in a text for the setting of that name. The local government is
 * that of the page, else that of the open transaction; where there is none, the usual name is said.
 */
final class MessagesInWordsOfLaw extends ReloadableResourceBundleMessageSource {
    private static final String LABEL = "ra.label";
    private static final String PLACE = "[" + LABEL + "]";
    private static final String USUAL = "Otoritas Pendaftaran";

    private final ObjectProvider<Regulations> regulations;
    private final ObjectProvider<LocalGovernments> governments;
    private final ObjectProvider<TenantTransactions> transactions;

    MessagesInWordsOfLaw(
            ObjectProvider<Regulations> regulations,
            ObjectProvider<LocalGovernments> governments,
            ObjectProvider<TenantTransactions> transactions) {
        this.regulations = regulations;
        this.governments = governments;
        this.transactions = transactions;
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        String text = super.getMessageInternal(code, arguments, locale);
        return text == null || !text.contains(PLACE) ? text : text.replace(PLACE, label());
    }

    private String label() {
        return ofPage().or(this::ofTransaction)
                .map(government ->
                        regulations
                                .getObject()
                                .profile(government.regulationId())
                                .setting(LABEL)
                                .text())
                .orElse(USUAL);
    }

    private static Optional<LocalGovernment> ofPage() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(
                                        PageFrame.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof PageFrame frame
                ? Optional.ofNullable(frame.government())
                : Optional.empty();
    }

    private Optional<LocalGovernment> ofTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? transactions
                        .getObject()
                        .currentIfAny()
                        .map(tenant -> governments.getObject().get(tenant))
                : Optional.empty();
    }
}
