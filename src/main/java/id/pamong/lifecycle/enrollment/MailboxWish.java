package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.MailboxRequest;
import id.pamong.lifecycle.subscriber.MailboxRequests;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An applicant without an official e-mail parks the application and asks for an address; everything
 * but the submission goes on meanwhile (MDN-10(3)c).
 */
@Component
public class MailboxWish {
    private static final String COMMAND = "enrollment.ask-mailbox";

    private final OwnDossiers own;
    private final MailboxRequests requests;
    private final TenantTransactions transactions;

    MailboxWish(OwnDossiers own, MailboxRequests requests, TenantTransactions transactions) {
        this.own = own;
        this.requests = requests;
        this.transactions = transactions;
    }

    /** The applicant's open wish, if there is one. */
    public Optional<MailboxRequest> of(Actor actor) {
        return requests.of(actor.government(), actor.person());
    }

    /** Asks the mail administrator for an address; a second time changes nothing. */
    public void ask(Actor actor, ApplicationId id) {
        transactions.inTenant(
                actor.government(),
                () -> {
                    own.require(actor, id, COMMAND);
                    if (requests.ask(actor.government(), actor.person())) {
                        own.record(actor, COMMAND, id, "ASKED", Map.of());
                    }
                });
    }

    /** No address is needed any more. */
    public void cancel(Actor actor, ApplicationId id) {
        transactions.inTenant(
                actor.government(),
                () -> {
                    own.require(actor, id, COMMAND);
                    if (requests.cancel(actor.government(), actor.person())) {
                        own.record(actor, COMMAND, id, "CANCELLED", Map.of());
                    }
                });
    }

    /**
     * The proposed address cannot be used; the administrator learns why.
     *
     * @return findings on the field {@code whyNot}; empty when the wish waits again
     */
    public List<Finding> decline(Actor actor, ApplicationId id, String why) {
        String reason = why.strip();
        return transactions.inTenant(
                actor.government(),
                () -> {
                    own.require(actor, id, COMMAND);
                    if (reason.length() < 10 || reason.length() > MailboxRequests.REASON) {
                        return List.of(
                                Finding.blocking(
                                        "enrollment.mailbox-reason",
                                        "whyNot",
                                        MailboxRequests.REASON));
                    }
                    if (requests.decline(actor.government(), actor.person(), reason)) {
                        own.record(actor, COMMAND, id, "DECLINED", Map.of());
                    }
                    return List.of();
                });
    }
}
