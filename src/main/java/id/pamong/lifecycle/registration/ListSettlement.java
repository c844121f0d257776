package id.pamong.lifecycle.registration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.archive.FileId;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Carries out signed lists: some lines at a time, each transaction whole. A crash loses nothing,
 * since the list is signed and kept, and repeats nothing, since a line that was carried out waits
 * no longer; the schedule goes on where it stopped.
 */
@Component
class ListSettlement {
    private static final Logger LOG = LoggerFactory.getLogger(ListSettlement.class);
    private static final int AT_ONCE = 20;

    private final DecisionListRows lists;
    private final DecisionRows decisions;
    private final VerificationRows verifications;
    private final Enrollment enrollment;
    private final ListAnswers answers;
    private final LocalGovernments governments;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    ListSettlement(
            DecisionListRows lists,
            DecisionRows decisions,
            VerificationRows verifications,
            Enrollment enrollment,
            ListAnswers answers,
            LocalGovernments governments,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.lists = lists;
        this.decisions = decisions;
        this.verifications = verifications;
        this.enrollment = enrollment;
        this.answers = answers;
        this.governments = governments;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> decisionLists(ListSettlement settlement) {
        return Tasks.recurring("registration-decision-lists", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> settlement.settleAll());
    }

    /** At once and beside the request; the schedule takes over whatever goes wrong. */
    void begin(LocalGovernmentId government, DecisionListId list) {
        Thread.ofVirtual().name("decision-list").start(() -> settleAlone(government, list));
    }

    /** One list that breaks holds up no other. */
    private void settleAlone(LocalGovernmentId government, DecisionListId list) {
        try {
            settle(government, list);
        } catch (RuntimeException broken) {
            LOG.warn("a decision list stopped, the schedule goes on with it", broken);
        }
    }

    /** Everything that is unsettled, in every local government. */
    void settleAll() {
        governments
                .all()
                .forEach(government ->
                        transactions
                                .inTenant(government.id(), lists::unsettled)
                                .forEach(list -> settleAlone(government.id(), list)));
    }

    /** Carries out what waits, then writes the answer. */
    void settle(LocalGovernmentId government, DecisionListId list) {
        boolean more = true;
        while (more) {
            more = transactions.inTenant(government, () -> settleSome(government, list, AT_ONCE));
        }
        transactions.inTenant(
                government,
                () -> lists.toSettle(list).ifPresent(signed -> finish(government, signed)));
    }

    /** Some lines in the open transaction; false when none was left to take. */
    boolean settleSome(LocalGovernmentId government, DecisionListId id, int limit) {
        DecisionList list = lists.find(id).orElseThrow();
        List<DecisionList.Entry> some = lists.nextWaiting(id, limit);
        some.forEach(entry -> settle(government, list, entry));
        return !some.isEmpty();
    }

    private void settle(LocalGovernmentId government, DecisionList list, DecisionList.Entry entry) {
        Optional<Dossier> unchanged =
                enrollment
                        .lockUnchanged(
                                government,
                                entry.application(),
                                entry.dossierVersion(),
                                entry.dossierSha256())
                        .filter(dossier -> dossier.state() == ApplicationState.VERIFICATION);
        if (unchanged.isEmpty()) {
            lists.dropped(list.id(), entry.position(), "registration.list.changed");
            record(list, entry, "DROPPED", Map.of("list", list.id().toString()));
            return;
        }
        Dossier dossier = unchanged.get();
        enrollment.recordDecision(
                government,
                dossier.id(),
                dossier.version(),
                dossier.sha256(),
                entry.draft().decision());
        RecordedDecision decision =
                new RecordedDecision(
                        new DecisionId(UUID.randomUUID()),
                        dossier.id(),
                        dossier.sha256(),
                        Objects.requireNonNull(entry.draft().outcome()),
                        list.officer(),
                        list.certificateSerial(),
                        list.decidedAt(),
                        entry.statement(),
                        list.manifest(),
                        list.signature(),
                        list.answerNumber(),
                        null,
                        null);
        decisions.add(decision, entry.statementSha256(), list.id());
        verifications.release(dossier.id());
        lists.decided(list.id(), entry.position());
        answers.tell(government, dossier, entry.draft(), list.answerNumber());
        record(
                list,
                entry,
                decision.outcome().name(),
                Map.of(
                        "decision", decision.id().toString(),
                        "dossier", dossier.sha256(),
                        "list", list.id().toString(),
                        "manifest", list.manifestSha256(),
                        "statement", entry.statementSha256(),
                        "reasons",
                                entry.draft().reasons().stream()
                                        .map(reason -> reason.code().name())
                                        .toList()));
    }

    private void finish(LocalGovernmentId government, DecisionList list) {
        List<DecisionList.Entry> decided =
                lists.entries(list.id()).stream()
                        .filter(entry -> entry.state() == DecisionList.State.DECIDED)
                        .toList();
        Optional<FileId> letter =
                decided.isEmpty()
                        ? Optional.empty()
                        : Optional.of(answers.letter(government, list, decided));
        lists.settled(
                list.id(), letter.orElse(null), clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                new AuditRecord(
                        "registration.settle-list",
                        list.account(),
                        "collective-batch",
                        list.batch().value(),
                        "SETTLED",
                        Map.of("list", list.id().toString(), "decided", decided.size())));
    }

    private void record(
            DecisionList list,
            DecisionList.Entry entry,
            String outcome,
            Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        "registration.decide",
                        list.account(),
                        "application",
                        entry.application().value(),
                        outcome,
                        facts));
    }
}
