package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.IdentityNumbers;
import id.pamong.lifecycle.subscriber.MailboxProofs;
import id.pamong.lifecycle.subscriber.MailboxRequests;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonNumbers;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The applicant proves to read the official mailbox of the application (MDN-10(3)c). */
@Component
public class MailboxStep {
    private final Applications applications;
    private final OwnDossiers own;
    private final MailboxProofs mailboxes;
    private final MailboxRequests requests;
    private final IdentityNumbers numbers;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final People people;
    private final Accounts accounts;
    private final TenantTransactions transactions;

    MailboxStep(
            Applications applications,
            OwnDossiers own,
            MailboxProofs mailboxes,
            MailboxRequests requests,
            IdentityNumbers numbers,
            Regulations regulations,
            LocalGovernments governments,
            People people,
            Accounts accounts,
            TenantTransactions transactions) {
        this.applications = applications;
        this.own = own;
        this.mailboxes = mailboxes;
        this.requests = requests;
        this.numbers = numbers;
        this.regulations = regulations;
        this.governments = governments;
        this.people = people;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** The address whose code has not come back yet, if one waits. */
    public java.util.Optional<String> waiting(Actor actor) {
        return mailboxes.waiting(actor.government(), actor.person());
    }

    /** Mails a code to the address of the form, if it passes the rules (MDN-10(3)c). */
    public MailboxProofs.Sending sendCode(Actor actor, ApplicationId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = own.require(actor, id, "enrollment.prove-email");
                    LocalGovernment government = governments.get(actor.government());
                    List<Finding> findings =
                            numbers
                                    .checkForApplication(
                                            government,
                                            regulations.byHash(dossier.regulationHash()),
                                            new PersonNumbers(
                                                    dossier.applicant().employmentClass(),
                                                    people.revealNik(
                                                            actor.government(), actor.person()),
                                                    dossier.applicant().nip(),
                                                    dossier.officialEmail()))
                                    .stream()
                                    .filter(finding -> "officialEmail".equals(finding.field()))
                                    .filter(Finding::isBlocking)
                                    .toList();
                    if (!findings.isEmpty() || dossier.officialEmail() == null) {
                        return new MailboxProofs.Sending.Refused(findings);
                    }
                    MailboxProofs.Sending sending =
                            mailboxes.send(
                                    actor.government(), actor.person(), dossier.officialEmail());
                    if (sending instanceof MailboxProofs.Sending.Sent) {
                        own.record(actor, "enrollment.prove-email", id, "CODE_SENT", Map.of());
                    }
                    return sending;
                });
    }

    /** Takes the code back from the applicant's own session. */
    public MailboxProofs.Proof confirmCode(Actor actor, ApplicationId id, String code) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = own.require(actor, id, "enrollment.prove-email");
                    MailboxProofs.Proof proof =
                            mailboxes.confirm(actor.government(), actor.person(), code);
                    switch (proof) {
                        case MailboxProofs.Proof.Confirmed confirmed -> {
                            applications.change(
                                    dossier,
                                    dossier.reachedBy(
                                            confirmed.address(), confirmed.at(), own.now()));
                            requests.settle(actor.government(), actor.person());
                            if (confirmed.changed()) {
                                accounts.emailChanged(actor.government(), actor.person());
                            }
                            own.record(actor, "enrollment.prove-email", id, "PROVED", Map.of());
                        }
                        case MailboxProofs.Proof.Refused refused ->
                                own.record(
                                        actor,
                                        "enrollment.prove-email",
                                        id,
                                        "REFUSED",
                                        Map.of("code", refused.finding().code()));
                    }
                    return proof;
                });
    }
}
