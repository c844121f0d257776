package id.pamong.use.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.signature.DocumentSource;
import id.pamong.office.archive.SamplePapers;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.DataUpdate;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters that wait for a signature: how many, how long, and how they go. */
@RoomTest
class WaitingLettersTest {
    @Autowired private BeanFactory beans;
    @Autowired private Signing signing;
    @Autowired private WaitingLetters waiting;
    @Autowired private LetterRows letters;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataUpdates updates;
    @Autowired private LocalGovernments governments;
    @Autowired private MutableClock clock;

    private Town town;
    private Actor owner;
    private Actor other;

    @BeforeEach
    void build() {
        clock.reset();
        town = new Town(beans);
        owner = town.as(town.teacher, clock.instant(), Role.PERSON);
        other = town.as(town.superior, clock.instant(), Role.PERSON);
    }

    @Test
    void a_person_keeps_so_many_letters_waiting_and_no_more_until_one_is_gone() {
        LetterId first = kept(owner);
        for (int i = 1; i < WaitingLetters.MOST; i++) {
            kept(owner);
        }

        assertThat(codes(upload(owner))).containsExactly("signing.too-many-waiting");
        kept(other);
        waiting.discard(owner, first);
        kept(owner);
    }

    @Test
    void the_files_of_waiting_letters_have_a_size_together() {
        LetterId letter = kept(owner);
        inTown("update signing_letter set original_size = " + WaitingLetters.MOST_BYTES);

        assertThat(codes(upload(owner))).containsExactly("signing.too-many-waiting");
        waiting.discard(owner, letter);
        kept(owner);
    }

    @Test
    void only_the_owner_discards_and_the_file_goes_with_the_letter() {
        LetterId letter = kept(owner);

        assertThatThrownBy(() -> waiting.discard(other, letter)).isInstanceOf(NotFound.class);
        assertThat(files()).isEqualTo(1);
        waiting.discard(owner, letter);

        assertThatThrownBy(() -> signing.mine(owner, letter)).isInstanceOf(NotFound.class);
        assertThat(files()).isZero();
        assertThat(outcomes("signing.discard")).containsExactly("DISCARDED");
    }

    @Test
    void a_letter_that_nobody_came_back_for_is_discarded_with_a_record() {
        LetterId old = kept(owner);
        clock.advance(WaitingLetters.ABANDONED_AFTER);
        LetterId young = kept(owner);

        assertThat(waiting.discardAbandoned(town.government)).as("on its last day").isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(waiting.discardAbandoned(town.government)).isEqualTo(1);

        assertThatThrownBy(() -> signing.mine(owner, old)).isInstanceOf(NotFound.class);
        assertThat(signing.mine(owner, young).state()).isEqualTo(Letter.State.DRAFT);
        assertThat(files()).isEqualTo(1);
        assertThat(outcomes("signing.discard-abandoned")).containsExactly("DISCARDED");
    }

    @Test
    void an_abandoned_letter_whose_owner_began_to_sign_meanwhile_stays_and_another_goes() {
        LetterId back = kept(owner);
        LetterId old = kept(owner);
        clock.advance(WaitingLetters.ABANDONED_AFTER.plusSeconds(1));
        Instant before = clock.instant().minus(WaitingLetters.ABANDONED_AFTER);

        int discarded =
                transactions.inTenant(
                        town.government,
                        () -> {
                            List<Letter> found = letters.waitingSince(before, 10);
                            assertThat(found)
                                    .extracting(Letter::id)
                                    .containsExactlyInAnyOrder(back, old);
                            letters.begin(back, clock.instant(), before);
                            return waiting.discard(found, before);
                        });

        assertThat(discarded).isEqualTo(1);
        assertThat(signing.mine(owner, back).state()).isEqualTo(Letter.State.SIGNING);
        assertThatThrownBy(() -> signing.mine(owner, old)).isInstanceOf(NotFound.class);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void a_letter_prepared_for_a_former_post_is_marked_in_the_list() {
        LetterId old = kept(owner);
        LocalGovernment government = governments.get(town.government);
        assertThat(marked(government)).isEmpty();
        LocalDate today = government.dateAt(clock.instant());
        clock.advance(Duration.ofDays(1));
        assertThat(
                        updates.transfer(
                                town.government,
                                owner.person(),
                                town.raOffice,
                                "Pranata Komputer",
                                today.plusDays(1),
                                new DataUpdate.Source.Hand("821/13/2026", today),
                                UUID.randomUUID()))
                .isEmpty();
        kept(owner);

        assertThat(marked(government)).containsExactly(old);
    }

    private Set<LetterId> marked(LocalGovernment government) {
        return waiting.underFormerPost(
                government,
                signing.list(town.government, owner.person(), "", null, true, null, 50));
    }

    private UploadOutcome upload(Actor actor) {
        return signing.upload(actor, "surat.pdf", DocumentSource.of(SamplePapers.pdf(1)));
    }

    private LetterId kept(Actor actor) {
        UploadOutcome outcome = upload(actor);
        if (outcome instanceof UploadOutcome.Kept(LetterId letter)) {
            return letter;
        }
        throw new AssertionError(outcome.toString());
    }

    private static List<String> codes(UploadOutcome outcome) {
        return outcome instanceof UploadOutcome.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of("kept");
    }

    private void inTown(String sql) {
        transactions.inTenant(town.government, () -> jdbc.sql(sql).update());
    }

    private int files() {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql("select count(*) from stored_file where kind = 'LETTER_TO_SIGN'")
                                .query(Integer.class)
                                .single());
    }

    private List<String> outcomes(String command) {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql("select outcome from audit_record where command = ?")
                                .param(command)
                                .query(String.class)
                                .list());
    }
}
