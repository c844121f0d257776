package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.gateway.Standing;
import id.pamong.authority.signature.RawSignatureReport;
import id.pamong.authority.signature.RawSignatures;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Reason;
import id.pamong.lifecycle.enrollment.StateChange;
import id.pamong.lifecycle.registration.DecisionDraft.Outcome;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class DecisionDeskTest {
    @Autowired private DataUpdates updates;
    @Autowired private BeanFactory beans;
    @Autowired private AuditTrail audit;
    @Autowired private Archive archive;
    @Autowired private RawSignatures signatures;
    @Autowired private Decisions decided;
    @Autowired private ApplicationDesk applicants;
    @Autowired private MutableClock clock;
    private Office office;
    private Actor rina;
    private ApplicationId id;

    @BeforeEach
    void open() {
        clock.reset();
        office = new Office(beans);
        rina = office.as(office.rina);
        id = office.submitted();
    }

    @UnderEachLaw
    @Article({"MDN-3(1)c", "MDN-11(1)", "MDN-13(3)", "CJR-4(1)c", "CJR-12(1)", "CJR-14(3)"})
    void an_application_with_everything_in_order_is_approved_signed_and_answered()
            throws IOException {
        RecordedDecision decision = approved();

        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(decision.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(decision.answerNumber()).startsWith("JWB/0001/");
        assertThat(
                        new PDFTextStripper()
                                .getText(
                                        Loader.loadPDF(
                                                archive.read(
                                                        office.town.government, decision.answer())))
                                .replaceAll("\\s+", " "))
                .contains("Pengelola ", "Diputuskan secara elektronik, ")
                .contains("Putusan ini ditandatangani dengan sertifikat pengelola ")
                .doesNotContain("registration.letter", "{0}");
        assertThat(archive.read(office.town.government, decision.answer()))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(decided.approval(office.town.government, id)).contains(decision);
        assertThat(audit.historyOf(office.town.government, "application", id.value()))
                .filteredOn(entry -> entry.command().startsWith("registration."))
                .extracting(AuditEntry::command, AuditEntry::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("registration.claim", "TAKEN"),
                        org.assertj.core.groups.Tuple.tuple("registration.check", "SAVED"),
                        org.assertj.core.groups.Tuple.tuple("registration.decide", "APPROVED"));
    }

    @UnderEachLaw
    @Article({"MDN-20(1)", "CJR-21(1)"})
    void the_signature_is_verified_by_our_engine_and_by_openssl_and_covers_the_dossiers_hash(
            @TempDir Path folder) throws Exception {
        RecordedDecision decision = approved();
        byte[] statement = archive.read(office.town.government, decision.statement());
        byte[] cms = archive.read(office.town.government, decision.signature());

        assertThat(new String(statement, StandardCharsets.UTF_8))
                .contains("\"dossierSha256\":\"" + office.dossier(id).sha256() + "\"")
                .contains("\"decision\":\"APPROVED\"");
        assertThat(signatures.verify(cms, sha256(statement), trusted(), clock.instant()))
                .isInstanceOf(RawSignatureReport.Valid.class);
        assertThat(
                        signatures.verify(
                                cms,
                                sha256("{}".getBytes(StandardCharsets.UTF_8)),
                                trusted(),
                                clock.instant()))
                .isInstanceOf(RawSignatureReport.Invalid.class);
        OpenSsl.Said said =
                new OpenSsl(folder)
                        .file("putusan.json", statement)
                        .file("putusan.p7s", cms)
                        .file("root.pem", pem(office.pki.root().getEncoded()))
                        .run(
                                "cms",
                                "-verify",
                                "-binary",
                                "-inform",
                                "DER",
                                "-in",
                                "putusan.p7s",
                                "-content",
                                "putusan.json",
                                "-CAfile",
                                "root.pem",
                                "-purpose",
                                "any",
                                "-attime",
                                Long.toString(clock.instant().getEpochSecond()),
                                "-out",
                                "out");
        assertThat(said.status()).as(said.text()).isZero();
    }

    @UnderEachLaw
    @Article({"MDN-11(2)", "MDN-11(3)", "MDN-20(2)", "CJR-12(2)", "CJR-12(3)", "CJR-21(2)"})
    void returning_and_rejecting_carry_their_reasons_to_the_applicant() {
        DecisionOutcome outcome =
                decide(
                        Office.cardUnreadable(),
                        Office.refuse(Outcome.RETURNED, "Foto ulang seluruh kartu."));

        assertThat(outcome).isInstanceOf(DecisionOutcome.Decided.class);
        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(office.dossier(id).history().getLast())
                .extracting(StateChange::reasons)
                .isEqualTo(List.of(new Reason("PAPER_UNREADABLE", "Foto ulang seluruh kartu.")));
        assertThat(decided.approval(office.town.government, id)).isEmpty();
    }

    @UnderEachLaw
    @Article({"MDN-11(3)", "MDN-20(2)", "CJR-12(3)", "CJR-21(2)"})
    void a_rejection_ends_the_application() {
        decide(
                Office.cardUnreadable(),
                Office.refuse(Outcome.REJECTED, "Kartu bukan milik pemohon."));

        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.REJECTED);
    }

    @UnderEachLaw
    @Article({"MDN-11(3)", "CJR-12(3)"})
    void a_rejection_without_a_reason_or_with_too_short_a_one_is_refused_and_the_notes_stay() {
        assertThat(
                        codes(
                                decide(
                                        Office.cardUnreadable(),
                                        new DecisionDraft(Outcome.REJECTED, List.of()))))
                .containsExactly("registration.no-reason");
        assertThat(codes(decide(Office.cardUnreadable(), Office.refuse(Outcome.REJECTED, "Buram"))))
                .containsExactly("registration.reason-short");
        assertThat(office.desk.view(rina, id).verification().draft())
                .isEqualTo(Office.refuse(Outcome.REJECTED, "Buram"));
        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.VERIFICATION);
    }

    @UnderEachLaw
    @Article({"MDN-11(1)", "CJR-12(1)"})
    void nothing_is_decided_until_all_four_groups_are_answered() {
        assertThat(codes(decide(Map.of(CheckGroup.IDENTITY, Office.ok()), Office.approve())))
                .containsExactly(
                        "registration.check-open",
                        "registration.check-open",
                        "registration.check-open");
    }

    @UnderEachLaw
    @Article({"MDN-13(3)", "MDN-20(2)", "CJR-14(3)", "CJR-21(2)"})
    void an_approval_against_a_check_and_a_refusal_against_all_checks_are_refused() {
        assertThat(codes(decide(Office.cardUnreadable(), Office.approve())))
                .containsExactly("registration.approval-against-check");
        assertThat(
                        codes(
                                decide(
                                        Office.allOk(),
                                        Office.refuse(Outcome.RETURNED, "Belum lengkap ini."))))
                .containsExactly("registration.refusal-against-checks");
    }

    @Test
    void a_wrong_passphrase_keeps_everything_and_says_how_many_tries_are_left() {
        Notes notes = notes(rina, Office.allOk(), Office.approve());

        assertThat(decide(rina, notes, "bukan ini"))
                .isEqualTo(new DecisionOutcome.WrongPassphrase(4));

        assertThat(office.desk.view(rina, id).verification().answers()).isEqualTo(Office.allOk());
        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.VERIFICATION);
        for (int left = 3; left >= 1; left--) {
            assertThat(decide(rina, notes, "bukan ini"))
                    .isEqualTo(new DecisionOutcome.WrongPassphrase(left));
        }
        assertThat(decide(rina, notes, "bukan ini")).isInstanceOf(DecisionOutcome.Blocked.class);
        assertThat(decide(rina, notes, Office.PASSPHRASE))
                .isInstanceOf(DecisionOutcome.Blocked.class);
        assertThat(audit.historyOf(office.town.government, "application", id.value()))
                .filteredOn(entry -> entry.command().equals("registration.decide"))
                .extracting(AuditEntry::outcome)
                .containsOnly("WRONG_PASSPHRASE", "KEY_BLOCKED");
    }

    @Test
    void a_second_press_of_the_button_makes_no_second_decision() {
        Notes notes = notes(rina, Office.allOk(), Office.approve());
        DecisionOutcome first = decide(rina, notes, Office.PASSPHRASE);

        assertThat(decide(rina, notes, Office.PASSPHRASE))
                .isInstanceOfSatisfying(
                        DecisionOutcome.Decided.class,
                        again ->
                                assertThat(again.decision().id())
                                        .isEqualTo(
                                                ((DecisionOutcome.Decided) first).decision().id()));
        assertThat(decided.of(office.town.government, id)).hasSize(1);
    }

    @Test
    void an_edit_by_the_applicant_voids_the_decision_and_a_stale_page_decides_nothing() {
        approved();
        Actor siti = office.town.as(office.town.teacher);
        applicants.amend(siti, id, office.dossier(id).version());

        assertThat(decided.approval(office.town.government, id)).isEmpty();
        assertThat(decided.of(office.town.government, id).getFirst().voidedAt()).isNotNull();

        office.submit(office.town.teacher, id);
        Notes stale = notes(rina, Office.allOk(), Office.approve());
        applicants.amend(siti, id, office.dossier(id).version());
        assertThatThrownBy(() -> decide(rina, stale, Office.PASSPHRASE))
                .isInstanceOf(Conflict.class)
                .hasMessage("registration.with-applicant");
        office.submit(office.town.teacher, id);
        assertThat(decide(rina, stale, Office.PASSPHRASE))
                .isInstanceOf(DecisionOutcome.Changed.class);
    }

    @UnderEachLaw
    @Article({"MDN-3(1)c", "CJR-4(1)c"})
    void nobody_sees_or_decides_their_own_case() {
        ApplicationId own = office.submitted(office.rina, office.town.address("rina.kartika"));

        assertThatThrownBy(() -> office.desk.view(rina, own))
                .isInstanceOf(Forbidden.class)
                .hasMessage("registration.own-case");
        assertThatThrownBy(() -> office.desk.claim(rina, own)).isInstanceOf(Forbidden.class);
    }

    @UnderEachLaw
    @Article({"MDN-3(1)c", "CJR-4(1)c"})
    void who_recommended_or_introduced_does_not_decide() {
        office.appoint(office.town.superior);
        Actor giver =
                office.town.as(office.town.superior, clock.instant(), Role.PERSON, Role.RA_OFFICER);

        assertThat(office.desk.view(giver, id).notYet())
                .extracting(Finding::code)
                .contains("registration.own-letter");
        assertThat(office.desk.claimNext(giver)).isEmpty();
    }

    @UnderEachLaw
    @Article({"MDN-3(3)", "MDN-20(1)", "CJR-4(3)", "CJR-21(1)"})
    void the_role_stops_with_the_certificate_the_appointment_or_the_agreement() {
        assertThat(office.officers.mayAct(office.town.government, office.rina)).isTrue();
        Notes notes = notes(rina, Office.allOk(), Office.approve());

        office.revokeCertificate(office.rina);
        assertThat(codes(decide(rina, notes, Office.PASSPHRASE)))
                .containsExactly("registration.officer-not-certified");
        assertThat(office.desk.claim(rina, id)).isInstanceOf(ClaimOutcome.Refused.class);

        office.mandates.end(
                office.town.government,
                office.joko,
                Appointment.Post.OFFICER,
                LocalDate.of(2026, 11, 1));
        assertThat(office.officers.objections(office.town.government, office.joko))
                .extracting(Finding::code)
                .containsExactly("registration.officer-appointment-ended");
        office.endAgreement();
        assertThat(office.officers.objections(office.town.government, office.town.teacher))
                .extracting(Finding::code)
                .contains(
                        "registration.no-agreement",
                        "registration.officer-not-appointed",
                        "registration.officer-of-other-office",
                        "registration.officer-not-certified");
    }

    @UnderEachLaw
    @Article({"MDN-7(2)", "MDN-20(1)", "CJR-8(2)", "CJR-21(1)"})
    void an_officer_who_has_left_service_decides_nothing_with_a_certificate_still_in_force() {
        Notes notes = notes(rina, Office.allOk(), Office.approve());
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.ofHours(7));
        assertThat(
                        updates.leave(
                                office.town.government,
                                office.rina,
                                new ServiceEnd(
                                        ServiceEnd.Kind.RETIREMENT,
                                        today.minusDays(1),
                                        "800/9/2026",
                                        today,
                                        "Batas usia pensiun"),
                                UUID.randomUUID()))
                .isEmpty();

        assertThat(office.officers.mayAct(office.town.government, office.rina)).isFalse();
        assertThat(codes(decide(rina, notes, Office.PASSPHRASE)))
                .containsExactly("subscriber.not-in-service");
    }

    @Test
    void deciding_needs_a_fresh_second_factor() {
        Notes notes = notes(rina, Office.allOk(), Office.approve());
        Actor stale = office.town.as(office.rina, null, Role.PERSON, Role.RA_OFFICER);

        assertThatThrownBy(() -> decide(stale, notes, Office.PASSPHRASE))
                .isInstanceOf(Forbidden.class)
                .hasMessage("factor.needed");
    }

    private RecordedDecision approved() {
        DecisionOutcome outcome = decide(Office.allOk(), Office.approve());
        assertThat(outcome).isInstanceOf(DecisionOutcome.Decided.class);
        return ((DecisionOutcome.Decided) outcome).decision();
    }

    private DecisionOutcome decide(Map<CheckGroup, CheckAnswer> answers, DecisionDraft draft) {
        return decide(rina, notes(rina, answers, draft), Office.PASSPHRASE);
    }

    private DecisionOutcome decide(Actor actor, Notes notes, String passphrase) {
        try (SecretBytes secret = Office.secret(passphrase)) {
            return office.decisions.decide(actor, id, notes, Optional.of(secret));
        }
    }

    private Notes notes(Actor actor, Map<CheckGroup, CheckAnswer> answers, DecisionDraft draft) {
        ClaimOutcome claim = office.desk.claim(actor, id);
        assertThat(claim).isInstanceOf(ClaimOutcome.Taken.class);
        return new Notes(
                ((ClaimOutcome.Taken) claim).claim().token(),
                office.dossier(id).sha256(),
                answers,
                draft);
    }

    private static List<String> codes(DecisionOutcome outcome) {
        assertThat(outcome).isInstanceOf(DecisionOutcome.Refused.class);
        return ((DecisionOutcome.Refused) outcome).findings().stream().map(Finding::code).toList();
    }

    private List<id.pamong.authority.signature.TrustedAuthority> trusted() {
        return office.pki.authorities(Standing.INTERNAL);
    }

    private static byte[] sha256(byte[] content) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    private static byte[] pem(byte[] der) {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
