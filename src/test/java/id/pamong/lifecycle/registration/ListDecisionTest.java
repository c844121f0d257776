package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.lifecycle.enrollment.CollectiveDesk;
import id.pamong.lifecycle.enrollment.CollectiveMember;
import id.pamong.lifecycle.enrollment.Collectives;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.DossierPapers;
import id.pamong.lifecycle.enrollment.ListGiverDesk;
import id.pamong.lifecycle.enrollment.MailboxStep;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.AgencyAdmin;
import id.pamong.office.identity.AgencyAdmins;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class ListDecisionTest {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 2);
    private static final int PEOPLE = 4;

    @TempDir private Path folder;
    @Autowired private BeanFactory beans;
    @Autowired private BatchDesk desk;
    @Autowired private ListDecisionDesk lists;
    @Autowired private ListSettlement settlement;
    @Autowired private Decisions decisions;
    @Autowired private Archive archive;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private Office office;
    private Actor rina;
    private CollectiveBatchId batch;

    @BeforeEach
    void found() {
        clock.reset();
        office = new Office(beans);
        rina = office.as(office.rina);
        batch = submitted(PEOPLE);
    }

    @UnderEachLaw
    @Article({
        "MDN-11(1)",
        "MDN-11(2)",
        "MDN-11(3)",
        "MDN-20(2)",
        "MDN-3(1)c",
        "CJR-12(1)",
        "CJR-12(2)",
        "CJR-12(3)",
        "CJR-21(2)",
        "CJR-4(1)c"
    })
    void one_signature_decides_many_with_mixed_outcomes_and_each_is_checked_alone()
            throws Exception {
        assertThat(desk.takeAll(rina, batch)).isEqualTo(PEOPLE);
        noteInOrder(0, 1);
        note(2, DecisionDraft.Outcome.RETURNED);
        note(3, DecisionDraft.Outcome.REJECTED);

        ListDecisionDesk.Outcome.Signed signed = sign(rina);
        DecisionList.Progress progress = settle(signed.list());

        assertThat(progress.count(DecisionList.State.DECIDED)).isEqualTo(PEOPLE);
        assertThat(progress.list().answer()).isNotNull();
        assertThat(states())
                .containsExactly(
                        ApplicationState.APPROVED,
                        ApplicationState.APPROVED,
                        ApplicationState.RETURNED,
                        ApplicationState.REJECTED);
        String manifest =
                new String(
                        archive.read(office.town.government, progress.list().manifest()),
                        StandardCharsets.UTF_8);
        OpenSsl.Said said =
                new OpenSsl(folder)
                        .file("daftar.json", manifest.getBytes(StandardCharsets.UTF_8))
                        .file(
                                "daftar.p7s",
                                archive.read(office.town.government, progress.list().signature()))
                        .file("root.pem", pem(office.pki.root().getEncoded()))
                        .run(
                                "cms",
                                "-verify",
                                "-binary",
                                "-inform",
                                "DER",
                                "-in",
                                "daftar.p7s",
                                "-content",
                                "daftar.json",
                                "-CAfile",
                                "root.pem",
                                "-purpose",
                                "any",
                                "-no_check_time",
                                "-out",
                                "said.json");
        assertThat(said.text()).contains("CMS Verification successful");
        for (DecisionList.Entry entry : progress.entries()) {
            byte[] statement = archive.read(office.town.government, entry.statement());
            assertThat(sha256(statement)).isEqualTo(entry.statementSha256());
            assertThat(manifest)
                    .contains("\"statementSha256\":\"" + entry.statementSha256() + "\"")
                    .contains("\"application\":\"" + entry.application() + "\"");
            RecordedDecision decision =
                    decisions.of(office.town.government, entry.application()).getFirst();
            assertThat(decision.countsFor(entry.dossierSha256())).isTrue();
            assertThat(decision.answer()).isEqualTo(progress.list().answer());
        }
        assertThat(manifest).doesNotContain("Guru").doesNotContain("Lestari");
        assertThat(notices())
                .containsExactlyInAnyOrder(
                        "registration.list-approved",
                        "registration.list-approved",
                        "registration.list-returned",
                        "registration.list-rejected");
        assertThat(audit.historyOf(office.town.government, "application", application(0).value()))
                .extracting(AuditEntry::command)
                .contains("registration.check", "registration.decide");
        assertThat(audit.historyOf(office.town.government, "collective-batch", batch.value()))
                .extracting(AuditEntry::command)
                .contains("registration.decide-list", "registration.settle-list");
    }

    @UnderEachLaw
    @Article({"MDN-11(1)", "CJR-12(1)"})
    void checks_noted_for_many_are_kept_for_each_with_who_and_when() {
        desk.takeAll(rina, batch);
        noteInOrder(0, 1, 2);

        List<String> kept =
                transactions.inTenant(
                        office.town.government,
                        () ->
                                jdbc.sql(
                                                """
                                                select application || ' ' || check_group from verification_check
                                                where officer = :officer and result = 'OK'
                                                """)
                                        .param("officer", office.rina.value())
                                        .query(String.class)
                                        .list());
        assertThat(kept).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void what_does_not_pass_by_itself_is_not_noted_in_order_for_many() {
        desk.takeAll(rina, batch);
        PersonId applicant = grid().rows().getFirst().member().person();
        beans.getBean(People.class)
                .confirmEmail(
                        office.town.government,
                        applicant,
                        office.town.address("lain"),
                        clock.instant());

        BatchDesk.Noting noting = noteInOrder(0, 1);

        assertThat(noting.noted()).isEqualTo(1);
        assertThat(noting.left().values()).containsExactly("registration.list.open-it");
        assertThat(grid().rows().getFirst().isGreen()).isFalse();
    }

    @Test
    void a_dossier_edited_in_between_drops_out_and_the_others_go_on() {
        desk.takeAll(rina, batch);
        noteInOrder(0, 1, 2, 3);
        List<ListDecisionDesk.Shown> shown = shown();
        amend(1);

        ListDecisionDesk.Outcome outcome = decide(rina, shown, Office.PASSPHRASE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ListDecisionDesk.Outcome.Signed.class,
                        signed -> {
                            assertThat(signed.decisions()).isEqualTo(3);
                            assertThat(signed.leftOut())
                                    .singleElement()
                                    .satisfies(out ->
                                            assertThat(out.why())
                                                    .extracting(Finding::code)
                                                    .containsExactly("registration.list.changed"));
                            settle(signed.list());
                        });
        assertThat(states())
                .containsExactly(
                        ApplicationState.APPROVED,
                        ApplicationState.DRAFT,
                        ApplicationState.APPROVED,
                        ApplicationState.APPROVED);
    }

    @Test
    void a_dossier_edited_after_the_signature_is_not_decided_by_it() {
        desk.takeAll(rina, batch);
        noteInOrder(0, 1);
        DecisionListId list = signOnly();
        amend(1);

        DecisionList.Progress progress = settle(list);

        assertThat(progress.count(DecisionList.State.DECIDED)).isEqualTo(1);
        assertThat(progress.entries())
                .filteredOn(entry -> entry.state() == DecisionList.State.DROPPED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.why()).isEqualTo("registration.list.changed"));
        assertThat(decisions.of(office.town.government, application(1))).isEmpty();
    }

    @Test
    void a_crash_in_the_middle_loses_nothing_and_repeats_nothing() {
        desk.takeAll(rina, batch);
        noteInOrder(0, 1, 2, 3);
        DecisionListId list = signOnly();
        boolean more =
                transactions.inTenant(
                        office.town.government,
                        () -> settlement.settleSome(office.town.government, list, 2));
        assertThat(more).isTrue();
        assertThatThrownBy(() ->
                        transactions.inTenant(
                                office.town.government,
                                () -> {
                                    settlement.settleSome(office.town.government, list, 2);
                                    throw new IllegalStateException("power failure");
                                }))
                .hasMessage("power failure");
        assertThat(states())
                .containsExactlyInAnyOrder(
                        ApplicationState.APPROVED,
                        ApplicationState.APPROVED,
                        ApplicationState.VERIFICATION,
                        ApplicationState.VERIFICATION);
        assertThat(notices()).hasSize(2);

        settlement.settleAll();
        settlement.settleAll();

        assertThat(states()).containsOnly(ApplicationState.APPROVED);
        assertThat(notices()).hasSize(PEOPLE);
        assertThat(lists.progress(rina, list).list().answer()).isNotNull();
        for (int place = 0; place < PEOPLE; place++) {
            assertThat(decisions.of(office.town.government, application(place))).hasSize(1);
        }
    }

    @Test
    void nobody_decides_the_own_case_inside_a_list() {
        CollectiveBatchId own = withOfficer();
        Actor joko = office.as(office.joko);
        desk.takeAll(joko, own);
        BatchGrid grid = desk.grid(joko, own);
        assertThat(grid.rows()).filteredOn(BatchGrid.Row::own).hasSize(1);
        BatchGrid.Row mine =
                grid.rows().stream().filter(BatchGrid.Row::own).findFirst().orElseThrow();
        assertThat(mine.isMine()).isFalse();

        BatchDesk.Noting noting =
                desk.note(
                        joko,
                        own,
                        List.of(new BatchDesk.Pick(mine.id(), mine.dossierSha256())),
                        Office.allOk(),
                        Office.approve());
        assertThat(noting.left().values()).containsExactly("registration.list.own");
        assertThat(
                        decide(
                                joko,
                                own,
                                List.of(
                                        new ListDecisionDesk.Shown(
                                                mine.id(),
                                                mine.dossierSha256(),
                                                DecisionDraft.Outcome.APPROVED)),
                                Office.PASSPHRASE))
                .isInstanceOfSatisfying(
                        ListDecisionDesk.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.leftOut())
                                        .singleElement()
                                        .satisfies(out ->
                                                assertThat(out.why())
                                                        .extracting(Finding::code)
                                                        .containsExactly("registration.list.own")));
    }

    @Test
    void a_wrong_passphrase_signs_nothing_and_a_stale_factor_neither() {
        desk.takeAll(rina, batch);
        noteInOrder(0);

        assertThat(decide(rina, shown(), "bukan passphrase ini"))
                .isInstanceOf(ListDecisionDesk.Outcome.WrongPassphrase.class);
        assertThatThrownBy(() ->
                        decide(
                                office.town.as(office.rina, null, Role.PERSON, Role.RA_OFFICER),
                                shown(),
                                Office.PASSPHRASE))
                .isInstanceOf(Forbidden.class)
                .hasMessage("factor.needed");
        assertThat(states()).containsOnly(ApplicationState.VERIFICATION);
    }

    @Test
    void an_application_outside_the_batch_is_not_decided_with_it() {
        ApplicationId stranger = office.submitted();
        assertThatThrownBy(() ->
                        decide(
                                rina,
                                List.of(
                                        new ListDecisionDesk.Shown(
                                                stranger,
                                                office.dossier(stranger).sha256(),
                                                DecisionDraft.Outcome.APPROVED)),
                                Office.PASSPHRASE))
                .isInstanceOf(NotFound.class);
    }

    private BatchGrid grid() {
        return desk.grid(rina, batch);
    }

    private ApplicationId application(int place) {
        return grid().rows().isEmpty() ? null : members().get(place).application();
    }

    private List<CollectiveMember> members() {
        return beans.getBean(Collectives.class).members(office.town.government, batch);
    }

    private List<ApplicationState> states() {
        return members().stream().map(CollectiveMember::state).toList();
    }

    private BatchDesk.Noting noteInOrder(int... places) {
        return desk.note(rina, batch, picks(places), Office.allOk(), Office.approve());
    }

    private void note(int place, DecisionDraft.Outcome outcome) {
        DecisionDraft draft =
                new DecisionDraft(
                        outcome,
                        List.of(
                                new DecisionDraft.DraftReason(
                                        ReasonCode.PAPER_UNREADABLE,
                                        "Foto kartu terpotong di sisi kanan.")));
        desk.note(rina, batch, picks(place), Office.cardUnreadable(), draft);
    }

    private List<BatchDesk.Pick> picks(int... places) {
        List<BatchDesk.Pick> picks = new ArrayList<>();
        List<BatchGrid.Row> rows = grid().rows();
        for (int place : places) {
            picks.add(new BatchDesk.Pick(rows.get(place).id(), rows.get(place).dossierSha256()));
        }
        return picks;
    }

    private List<ListDecisionDesk.Shown> shown() {
        return grid().ready().stream()
                .map(row ->
                        new ListDecisionDesk.Shown(
                                row.id(), row.dossierSha256(), row.draft().outcome()))
                .toList();
    }

    private ListDecisionDesk.Outcome.Signed sign(Actor officer) {
        ListDecisionDesk.Outcome outcome = decide(officer, shown(), Office.PASSPHRASE);
        if (outcome instanceof ListDecisionDesk.Outcome.Signed signed) {
            return signed;
        }
        throw new AssertionError("not signed: " + outcome);
    }

    private ListDecisionDesk.Outcome decide(
            Actor officer, List<ListDecisionDesk.Shown> shown, String passphrase) {
        return decide(officer, batch, shown, passphrase);
    }

    private ListDecisionDesk.Outcome decide(
            Actor officer,
            CollectiveBatchId of,
            List<ListDecisionDesk.Shown> shown,
            String passphrase) {
        try (SecretBytes secret = Office.secret(passphrase)) {
            return lists.decide(officer, of, shown, Optional.of(secret));
        }
    }

    private DecisionListId signOnly() {
        try (SecretBytes secret = Office.secret(Office.PASSPHRASE)) {
            return ((ListDecisionDesk.Outcome.Signed)
                            lists.sign(rina, batch, shown(), Optional.of(secret)))
                    .list();
        }
    }

    private DecisionList.Progress settle(DecisionListId list) {
        settlement.settle(office.town.government, list);
        waitUntilSettled(list);
        return lists.progress(rina, list);
    }

    private void waitUntilSettled(DecisionListId list) {
        for (int tries = 0; tries < 200; tries++) {
            if (lists.progress(rina, list).isSettled()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the list was not settled");
    }

    private void amend(int place) {
        CollectiveMember member = members().get(place);
        beans.getBean(ApplicationDesk.class)
                .amend(
                        office.town.as(member.person()),
                        member.application(),
                        office.dossier(member.application()).version());
    }

    private List<String> notices() {
        return transactions.inTenant(
                office.town.government,
                () ->
                        jdbc.sql(
                                        """
                                        select message_key from inbox_message
                                        where message_key like 'registration.list-%'
                                        """)
                                .query(String.class)
                                .list());
    }

    private static byte[] pem(byte[] der) {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] content) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
    }

    private CollectiveBatchId submitted(int count) {
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(
                    office.town.enter(
                            "Guru " + (char) ('A' + i) + " Lestari",
                            EmploymentClass.PNS,
                            "Guru Ahli Pertama"));
        }
        return submitted(people);
    }

    private CollectiveBatchId withOfficer() {
        PersonId other = office.town.enter("Guru Zaenal", EmploymentClass.PNS, "Guru Ahli Pertama");
        return submitted(List.of(office.joko, other));
    }

    private CollectiveBatchId submitted(List<PersonId> chosen) {
        PersonId preparer =
                office.town.enter("Dewi Anggraini", EmploymentClass.PNS, "Analis Kepegawaian");
        boolean officers = chosen.contains(office.joko);
        beans.getBean(AgencyAdmins.class)
                .name(
                        office.town.government,
                        new AgencyAdmin(
                                preparer,
                                officers ? office.town.raOffice : office.town.education,
                                SINCE,
                                null),
                        null);
        Actor admin = office.town.as(preparer, null, Role.PERSON, Role.AGENCY_ADMIN);
        for (PersonId person : chosen) {
            office.enrolMeans(person);
            beans.getBean(People.class)
                    .nameSuperior(
                            office.town.government,
                            person,
                            office.town.superior,
                            LocalDate.of(2026, 1, 5),
                            null);
        }
        if (officers) {
            // The agency of the officers is another one: a teacher there moves house for the test.
            chosen.forEach(person -> moveToOffice(person));
        }
        CollectiveDesk collective = beans.getBean(CollectiveDesk.class);
        CollectiveBatchId id =
                ((CollectiveDesk.Preparing.Prepared)
                                collective.prepare(
                                        admin,
                                        new CollectiveDesk.Wish(
                                                "Guru SMP", Set.of(Duty.LETTER), ""),
                                        new LinkedHashSet<>(chosen)))
                        .batch();
        collective.askLetters(admin, id);
        for (PersonId giver : List.of(office.town.superior, office.town.head)) {
            ListGiverDesk givers = beans.getBean(ListGiverDesk.class);
            Actor actor = office.town.as(giver, clock.instant(), Role.PERSON);
            Set<ApplicationId> named = new LinkedHashSet<>();
            givers.task(actor, id).names().forEach(name -> named.add(name.member().application()));
            givers.give(actor, id, named, List.of(), "");
        }
        collective.view(admin, id).members().forEach(this::confirm);
        return id;
    }

    private void moveToOffice(PersonId person) {
        transactions.inTenant(
                office.town.government,
                () ->
                        jdbc.sql("update posting set agency = :agency where person = :person")
                                .param("agency", office.town.raOffice.value())
                                .param("person", person.value())
                                .update());
    }

    private void confirm(CollectiveMember member) {
        clock.advance(Duration.ofSeconds(1));
        Actor actor = office.town.as(member.person());
        ApplicationId id = member.application();
        ApplicationDesk applications = beans.getBean(ApplicationDesk.class);
        Dossier dossier = office.dossier(id);
        applications.save(
                actor,
                id,
                dossier.version(),
                new ApplicationDesk.Fields(
                        dossier.uses(),
                        dossier.duties(),
                        dossier.purpose(),
                        office.town.address("p" + member.person().toString().substring(0, 8))));
        beans.getBean(MailboxStep.class).sendCode(actor, id);
        beans.getBean(MailboxStep.class).confirmCode(actor, id, office.town.mailedCode());
        try {
            beans.getBean(DossierPapers.class)
                    .addPaper(
                            actor,
                            id,
                            DossierPaper.IDENTITY_CARD,
                            "ktp.png",
                            () -> new ByteArrayInputStream(Office.card()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        office.submit(member.person(), id);
    }
}
