package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.organization.Duplicates;
import id.pamong.office.organization.PersonId;
import id.pamong.testkit.Article;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What becomes of applications and accounts when two entries are found to be one person. */
@RoomTest
class MergedPeopleTest {
    private static final UUID BY = UUID.randomUUID();
    private static final String WHY = "KTP dan SK sama orangnya";

    @Autowired private Towns towns;
    @Autowired private Duplicates duplicates;
    @Autowired private ApplicationDesk desk;
    @Autowired private Enrollment enrollment;
    @Autowired private Accounts accounts;
    @Autowired private AuditTrail audit;
    @Autowired private JdbcClient jdbc;
    @Autowired private TenantTransactions transactions;
    @Autowired private MockMvcTester http;
    private Town town;
    private Citizen kept;
    private Citizen gone;
    private PersonId stranger;

    @BeforeEach
    void found() {
        town = towns.found();
        kept = town.person("Ratna Kusuma");
        gone = town.withAccount("Ratna Kusuma");
        stranger = town.person("Bambang Irawan").id();
    }

    @Test
    @Article({"MDN-17a", "MDN-11(1)"})
    void an_application_on_its_way_goes_back_and_one_at_its_end_stays_as_it_was_decided() {
        ApplicationId ended = inState("RECEIVED");
        ApplicationId approved = inState("APPROVED");
        String decidedOn = dossier(ended).sha256();
        UUID pair = pair();

        assertThat(merge(pair)).isEmpty();

        assertThat(dossier(ended).applicant().person()).isEqualTo(kept.id());
        assertThat(dossier(ended).sha256())
                .as("the decision still fits its dossier")
                .isEqualTo(decidedOn);
        assertThat(dossier(approved).applicant().person()).isEqualTo(kept.id());
        assertThat(dossier(approved).state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(audit.historyOf(town.id(), "application", approved.value()))
                .extracting("command")
                .contains("enrollment.take-back-merged");
        assertThat(enrollment.ofPerson(town.id(), gone.id())).isEmpty();

        assertThat(duplicates.undo(town.id(), pair, "ternyata saudara kembar", BY, stranger))
                .isEmpty();
        assertThat(dossier(ended).applicant().person()).isEqualTo(gone.id());
        assertThat(dossier(ended).sha256()).isEqualTo(decidedOn);
        assertThat(enrollment.ofPerson(town.id(), kept.id())).isEmpty();
    }

    @Test
    @Article("MDN-13(4)")
    void an_account_that_moved_signs_in_again_as_who_stands_for_both() {
        Cookie session = gone.session();
        AccountId account = gone.account();
        assertThat(home(session)).isEqualTo(200);

        assertThat(merge(pair())).isEmpty();

        assertThat(accounts.accountOf(town.id(), kept.id())).contains(account);
        assertThat(home(session)).as("the session ended").isEqualTo(302);
        assertThat(home(kept.session())).as("a new one is good").isEqualTo(200);
        assertThat(audit.historyOf(town.id(), "account", account.value()))
                .extracting("command")
                .contains("identity.follow-merge");
    }

    @Test
    @Article("MDN-17b")
    void of_two_accounts_one_rests_until_the_merge_is_taken_back() {
        kept.claim();
        UUID pair = pair();

        assertThat(merge(pair)).isEmpty();

        assertThat(accounts.accountOf(town.id(), kept.id())).contains(kept.account());
        assertThat(home(kept.session())).isEqualTo(200);
        assertThat(home(gone.session())).as("even with a session").isEqualTo(302);
        assertThat(duplicates.undo(town.id(), pair, "ternyata saudara kembar", BY, stranger))
                .isEmpty();
        assertThat(home(gone.session())).isEqualTo(200);
    }

    private ApplicationId inState(String state) {
        ApplicationId id = desk.start(gone.actor());
        transactions.inTenant(
                town.id(),
                () ->
                        jdbc.sql("update application set state = ?, number = ? where id = ?")
                                .params(state, "PMH/" + state, id.value())
                                .update());
        return id;
    }

    private Dossier dossier(ApplicationId id) {
        return enrollment.dossier(town.id(), id);
    }

    private List<?> merge(UUID pair) {
        return duplicates.merge(town.id(), pair, kept.id(), WHY, BY, stranger);
    }

    private UUID pair() {
        UUID pair = UUID.randomUUID();
        transactions.inTenant(
                town.id(),
                () ->
                        jdbc.sql(
                                        """
                                        insert into person_pair (id, one, other, likeness)
                                        values (?, ?, ?, '{NAME_AND_BIRTH}')
                                        """)
                                .params(pair, kept.id().value(), gone.id().value())
                                .update());
        return pair;
    }

    private int home(Cookie session) {
        return http.get()
                .uri(town.at("/beranda"))
                .cookie(session)
                .exchange()
                .getResponse()
                .getStatus();
    }
}
