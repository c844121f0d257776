package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class DuplicatesTest {
    private static final UUID BY = UUID.randomUUID();
    private static final String WHY = "KTP dan SK sama orangnya";
    private static final String FILE =
            """
            NIK;NIP;NAMA;STATUS;JABATAN;UNIT KERJA
            3577010101900011;199001012015011001;Moh. Yusuf;PNS;Guru;Dinas Pendidikan
            3577010101900012;199001012021211001;Muhammad Yusuf, S.Pd.;PPPK;Guru;Dinas Pendidikan
            3577010101900099;199001012015011002;Bambang Irawan;PNS;Guru;Dinas Pendidikan
            """;

    @Autowired private PeopleImport peopleImport;
    @Autowired private People people;
    @Autowired private Duplicates duplicates;
    @Autowired private Towns towns;
    @Autowired private Accounts accounts;
    @Autowired private AuditTrail audit;
    @Autowired private MergeRows merges;
    @Autowired private PairRows pairs;
    @Autowired private MissingNameKeys missing;
    @Autowired private JdbcClient jdbc;
    @Autowired private TenantTransactions transactions;
    private Town town;

    @BeforeEach
    void fill() {
        town = towns.found();
        peopleImport.run(town.id(), FILE.getBytes(StandardCharsets.UTF_8), BY);
    }

    @Test
    void a_slip_in_a_number_of_one_person_is_found_at_import_and_put_into_the_work_list() {
        PersonPair pair = pair();

        assertThat(pair.likeness()).contains(Likeness.NIK_ONE_OFF, Likeness.NAME_AND_BIRTH);
        assertThat(List.of(pair.oneName(), pair.otherName()))
                .containsExactlyInAnyOrder("Moh. Yusuf", "Muhammad Yusuf");
    }

    @Test
    void people_from_before_the_key_of_names_are_compared_once_the_key_is_made() {
        transactions.inTenant(
                town.id(),
                () -> {
                    jdbc.sql("delete from person_pair").update();
                    jdbc.sql("update person set name_key = null, birth_index = null").update();
                });

        int filled = missing.fill(town.id());

        assertThat(filled).isGreaterThanOrEqualTo(3);
        assertThat(pair().likeness()).contains(Likeness.NIK_ONE_OFF, Likeness.NAME_AND_BIRTH);
        assertThat(missing.fill(town.id())).as("nothing is left").isZero();
    }

    @Test
    void a_dry_run_says_on_the_line_whom_it_is_like() {
        ImportReport report =
                peopleImport.dryRun(
                        town.id(),
                        FILE.lines()
                                .findFirst()
                                .orElseThrow()
                                .concat(
                                        "\n3577010101900021;199001012015011003;Muh. Yusuf;PNS;Guru;Dinas Pendidikan")
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(report.lines().getFirst().outcome()).isEqualTo(ImportReport.Outcome.NEW);
        assertThat(report.lines().getFirst().findings())
                .extracting(Finding::code)
                .contains("import.like.NIK_ONE_OFF", "import.like.NAME_AND_BIRTH");
    }

    @Test
    void one_person_keeps_everything_of_both_entries_under_one_key() {
        PersonPair pair = pair();
        PersonId kept = people.byNip(town.id(), "199001012015011001").orElseThrow().id();
        PersonId gone = people.byNip(town.id(), "199001012021211001").orElseThrow().id();

        List<Finding> findings = duplicates.merge(town.id(), pair.id(), kept, WHY, BY, stranger());

        assertThat(findings).isEmpty();
        assertThat(people.byNip(town.id(), "199001012021211001").orElseThrow().id())
                .isEqualTo(kept);
        assertThat(people.byNik(town.id(), "3577010101900012").orElseThrow().id()).isEqualTo(kept);
        assertThat(people.search(town.id(), "yusuf", null, null, 10))
                .extracting(Person::id)
                .containsExactly(kept);
        assertThat(duplicates.get(town.id(), pair.id()).state()).isEqualTo(PersonPair.State.MERGED);
        assertThat(audit.historyOf(town.id(), "person-pair", pair.id()))
                .extracting("outcome")
                .containsExactly("MERGED");
        assertThat(
                        peopleImport
                                .run(town.id(), FILE.getBytes(StandardCharsets.UTF_8), BY)
                                .count(ImportReport.Outcome.NEW))
                .isZero();
        assertThat(people.byNik(town.id(), "3577010101900012").orElseThrow().id()).isEqualTo(kept);
        assertThat(gone).isNotEqualTo(kept);
        assertThat(people.entry(town.id(), gone).orElseThrow().nip())
                .as("what was merged away can still be read beside the other")
                .isEqualTo("199001012021211001");
    }

    @Test
    void a_wrong_merge_is_taken_back_with_every_row_it_moved() {
        PersonPair pair = pair();
        PersonId kept = people.byNip(town.id(), "199001012015011001").orElseThrow().id();
        PersonId gone = people.byNip(town.id(), "199001012021211001").orElseThrow().id();
        int before = rowsOf(gone);
        duplicates.merge(town.id(), pair.id(), kept, WHY, BY, stranger());
        assertThat(rowsOf(gone)).isZero();

        assertThat(duplicates.undo(town.id(), pair.id(), "ternyata saudara kembar", BY, stranger()))
                .isEmpty();

        assertThat(rowsOf(gone)).isEqualTo(before).isPositive();
        assertThat(people.byNip(town.id(), "199001012021211001").orElseThrow().id())
                .isEqualTo(gone);
        assertThat(people.get(town.id(), gone).post()).isEqualTo("Guru");
        assertThat(people.search(town.id(), "yusuf", null, null, 10)).hasSize(2);
        assertThat(duplicates.get(town.id(), pair.id()).state()).isEqualTo(PersonPair.State.OPEN);
    }

    @Test
    void two_people_stay_two_and_are_not_asked_about_again() {
        PersonPair pair = pair();

        assertThat(duplicates.keepApart(town.id(), pair.id(), "pendek", BY))
                .extracting(Finding::code)
                .containsExactly("pair.reason");
        assertThat(duplicates.keepApart(town.id(), pair.id(), "Saudara kembar, dua KTP", BY))
                .isEmpty();
        peopleImport.run(
                town.id(),
                FILE.replace("Guru", "Kepala Sekolah").getBytes(StandardCharsets.UTF_8),
                BY);

        assertThat(duplicates.list(town.id(), "", null, true, 10))
                .extracting(PersonPair::state)
                .containsExactly(PersonPair.State.APART);
    }

    @Test
    void nobody_decides_about_the_own_entry() {
        PersonPair pair = pair();

        assertThatThrownBy(() ->
                        duplicates.merge(town.id(), pair.id(), pair.one(), WHY, BY, pair.other()))
                .isInstanceOf(Forbidden.class);
        assertThat(duplicates.get(town.id(), pair.id()).state()).isEqualTo(PersonPair.State.OPEN);
    }

    @Test
    void account_and_applications_move_and_roles_do_not() {
        Citizen one = town.withAccount("Ratna Kusuma", Role.ADMINISTRATOR);
        Citizen other = town.person("Ratna Kusuma");
        UUID pair = paired(one.id(), other.id());

        assertThat(duplicates.merge(town.id(), pair, other.id(), WHY, BY, stranger())).isEmpty();

        assertThat(accounts.accountOf(town.id(), other.id())).isPresent();
        assertThat(accounts.rolesOf(town.id(), other.id())).containsExactly(Role.PERSON);
    }

    @Test
    @Article("MDN-1.7")
    void every_column_that_names_a_person_is_a_foreign_key_that_a_merge_can_move() {
        List<String> references =
                transactions.inTenant(town.id(), merges::references).stream()
                        .map(one -> one.table() + "." + one.column())
                        .toList();

        assertThat(references)
                .contains(
                        "account.person",
                        "application.person",
                        "certificate.person",
                        "signing_letter.owner",
                        "activation.person",
                        "posting.person",
                        "reporting_line.superior",
                        "inbox_message.person",
                        "registration_decision.officer");
    }

    private int rowsOf(PersonId person) {
        return transactions.inTenant(
                town.id(),
                () ->
                        merges.references().stream()
                                .mapToInt(one ->
                                        jdbc.sql(
                                                        "select count(*) from "
                                                                + one.table()
                                                                + " where "
                                                                + one.column()
                                                                + " = ?")
                                                .param(person.value())
                                                .query(Integer.class)
                                                .single())
                                .sum());
    }

    private UUID paired(PersonId one, PersonId other) {
        transactions.inTenant(
                town.id(),
                () ->
                        pairs.add(
                                List.of(
                                        PairRows.Found.of(
                                                one, other, Set.of(Likeness.NAME_AND_BIRTH)))));
        return duplicates.list(town.id(), "OPEN", null, true, 10).stream()
                .filter(pair -> pair.one().equals(one) || pair.other().equals(one))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private PersonId stranger() {
        return people.byNip(town.id(), "199001012015011002").orElseThrow().id();
    }

    private PersonPair pair() {
        List<PersonPair> open = duplicates.list(town.id(), "OPEN", null, true, 10);
        assertThat(open).hasSize(1);
        return open.getFirst();
    }
}
