package id.pamong.lifecycle.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.lifecycle.counter.CounterDeed;
import id.pamong.lifecycle.counter.CounterFile;
import id.pamong.lifecycle.counter.CounterFiles;
import id.pamong.lifecycle.counter.CounterState;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.registration.ApprovedApplication;
import id.pamong.lifecycle.registration.Decisions;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.letter.Letters;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.protection.Seals;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.UnderEachLaw;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What staff keyed from paper is read back to its applicant, who alone declares it true. */
@RoomTest
class ReadBackTest {
    @Autowired private BeanFactory beans;
    @Autowired private BuiltinAuthority authority;
    @Autowired private Issuance issuance;
    @Autowired private Consents consents;
    @Autowired private CounterFiles counter;
    @Autowired private Enrollment enrollment;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private ApprovedApplication approved;
    private ActivationId id;
    private Actor applicant;

    @BeforeEach
    void approve() {
        clock.reset();
        approved = new ApprovedApplication(beans, true);
        id = new ActivationId(approved.id().value());
        applicant = approved.applicant();
        TestAuthority.serve(
                authority, clock, approved.government(), "uji" + id.toString().substring(0, 8));
        assertThat(identify()).isEqualTo(new ActivationOutcome.Done(ActivationStep.READ_BACK));
    }

    @UnderEachLaw
    @Article({"MDN-17a", "MDN-13(4)", "CJR-18a", "CJR-14(4)"})
    void the_applicant_declares_what_was_keyed_true_before_anything_is_accepted() {
        assertThat(codes(issuance.confirmData(applicant, id, false, sha256())))
                .containsExactly("issuance.not-declared");
        assertThat(codes(issuance.confirmData(applicant, id, true, "0".repeat(64))))
                .containsExactly("issuance.text-changed");

        assertThat(issuance.confirmData(applicant, id, true, sha256()))
                .isEqualTo(new ActivationOutcome.Done(ActivationStep.STATEMENT));

        assertThat(file().confirmedAt()).isNotNull();
        assertThat(file().last(CounterDeed.Deed.CONFIRMED).orElseThrow().person())
                .isEqualTo(applicant.person());
        assertThat(audit.historyOf(approved.government(), "activation", id.value()))
                .extracting(AuditEntry::outcome)
                .containsExactly("CODE_ACCEPTED", "DATA_CONFIRMED");
    }

    @UnderEachLaw
    @Article({"MDN-13(4)", "CJR-14(4)"})
    void no_officer_can_declare_it_or_go_round_it() {
        for (Role role : List.of(Role.RA_OFFICER, Role.RA_HEAD, Role.ADMINISTRATOR)) {
            assertThatThrownBy(() -> issuance.confirmData(approved.other(role), id, true, sha256()))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> issuance.confirmData(approved.officer(), id, true, sha256()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> consents.acceptStatement(applicant, id, true, ""))
                .hasMessage("stale");
    }

    @UnderEachLaw
    @Article({"MDN-17a", "CJR-18a"})
    void what_is_wrong_goes_back_to_the_counter_and_is_decided_and_read_back_anew() {
        assertThat(codes(issuance.sendBack(applicant, id, "salah")))
                .containsExactly("issuance.what-is-wrong");

        issuance.sendBack(applicant, id, "Nomor surat rekomendasi tertukar.");

        assertThat(approved.state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(file().state()).isEqualTo(CounterState.CORRECTION);
        assertThat(file().correction()).contains("tertukar");
        assertThat(issuanceStep()).isEqualTo(ActivationStep.PRESENCE);

        approved.corrected();
        assertThat(approved.state()).isEqualTo(ApplicationState.SUBMITTED);
        approved.approve();

        assertThat(identify()).isEqualTo(new ActivationOutcome.Done(ActivationStep.READ_BACK));
        assertThat(issuance.confirmData(applicant, id, true, sha256()))
                .isEqualTo(new ActivationOutcome.Done(ActivationStep.STATEMENT));
    }

    private ActivationStep issuanceStep() {
        return issuance.view(applicant, id).step();
    }

    private CounterFile file() {
        return counter.of(approved.government(), approved.id()).orElseThrow();
    }

    private String sha256() {
        return enrollment.dossier(approved.government(), approved.id()).sha256();
    }

    private ActivationOutcome identify() {
        Presence presence =
                new Presence(
                        enrollment,
                        bean(ActivationRows.class),
                        bean(Decisions.class),
                        approved.officers(),
                        bean(PresenceBars.class),
                        bean(Accounts.class),
                        bean(Permissions.class),
                        bean(People.class),
                        bean(LocalGovernments.class),
                        bean(Regulations.class),
                        bean(Letters.class),
                        bean(Archive.class),
                        bean(Notifications.class),
                        bean(Seals.class),
                        bean(MessageSource.class),
                        audit,
                        bean(TenantTransactions.class),
                        clock);
        return presence.identify(
                                approved.officer(),
                                approved.id(),
                                new HashSet<>(Presence.CHECKS),
                                "Loket 1")
                        instanceof Presence.Outcome.Released released
                ? issuance.enterCode(applicant, id, released.code())
                : new ActivationOutcome.Refused(List.of());
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    private static List<String> codes(ActivationOutcome outcome) {
        return outcome instanceof ActivationOutcome.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of();
    }
}
