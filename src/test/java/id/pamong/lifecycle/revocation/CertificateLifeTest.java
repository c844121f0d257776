package id.pamong.lifecycle.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.CertificatePhase;
import id.pamong.lifecycle.certificate.CertificateStep;
import id.pamong.lifecycle.certificate.CertificateTransition;
import id.pamong.lifecycle.certificate.CertificateTransitions;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.OfficersOnDuty;
import id.pamong.lifecycle.revocation.loss.KeyLoss;
import id.pamong.lifecycle.revocation.loss.LossKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a certificate: every phase × step × role, by the commands that people have. */
@RoomTest
class CertificateLifeTest {
    private static final String NOTE = "Diperiksa bersama pemilik sertifikat.";
    private static final String MINUTE =
            "Hasil pemeriksaan tertanggal kemarin menunjukkan pelanggaran kewajiban pemilik.";

    @Autowired private BeanFactory beans;
    @Autowired private Certificates certificates;
    @Autowired private OwnerRevocations owners;
    @Autowired private RevocationDesk desk;
    @Autowired private CaseDecisions decisions;
    @Autowired private Objections objections;
    @Autowired private KeyLoss loss;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private OfficersOnDuty office;
    private LocalGovernmentId government;
    private Actor owner;
    private RegisteredCertificate certificate;

    @BeforeEach
    void build() {
        clock.reset();
        office = new OfficersOnDuty(beans);
        owner = office.town().as(office.town().teacher, clock.instant(), Role.PERSON);
        government = owner.government();
        certificate = CertifiedOwner.certify(beans, government, owner.person());
    }

    @Test
    @Article({"MDN-15(1)", "MDN-15(2)a"})
    void every_phase_takes_from_every_role_exactly_the_steps_of_the_table() {
        Map<String, Actor> actors = new LinkedHashMap<>();
        actors.put("OWNER", owner);
        actors.put("RA_OFFICER", office.asJoko());
        actors.put("RA_HEAD", office.asHead());
        for (Role role :
                List.of(Role.PERSON, Role.ADMINISTRATOR, Role.AUDITOR, Role.MAIL_ADMINISTRATOR)) {
            actors.put(
                    "other " + role,
                    office.town().as(office.town().superior, clock.instant(), role));
        }
        List<String> wrong = new ArrayList<>();
        int changes = 0;
        for (CertificatePhase phase : CertificatePhase.values()) {
            for (CertificateStep step : CertificateStep.values()) {
                for (Map.Entry<String, Actor> actor : actors.entrySet()) {
                    CertificatePhase expected =
                            mayTake(step, actor.getKey())
                                    ? CertificateTransitions.after(phase, step).orElse(phase)
                                    : phase;
                    put(phase);
                    attempt(actor.getValue(), step);
                    CertificatePhase after = phase();
                    changes += after == phase ? 0 : 1;
                    if (after != expected) {
                        wrong.add(phase + " " + step + " " + actor.getKey() + ": " + after);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(changes).isEqualTo(expectedChanges());
    }

    /** By hand: reports 10, orders by two 4, holds 1, lifts by two 10, revocations 6. */
    private static int expectedChanges() {
        return 10 + 4 + 1 + 10 + 6;
    }

    /** The authority's answer comes with the officer's decision; the calendar is nobody's. */
    private static boolean mayTake(CertificateStep step, String who) {
        return step == CertificateStep.REVOKE
                ? who.equals("RA_OFFICER")
                : step.sides().stream().anyMatch(side -> side.name().equals(who));
    }

    private void attempt(Actor actor, CertificateStep step) {
        switch (step) {
            case SUSPEND ->
                    attempt(() ->
                            decisions.hold(
                                    actor,
                                    opened("NOTICED"),
                                    0,
                                    NOTE,
                                    OfficersOnDuty.passphrase()));
            case LOSE -> attempt(() -> report(actor, LossKind.LOST));
            case DAMAGE -> attempt(() -> report(actor, LossKind.DAMAGED));
            case SHUT_OUT -> attempt(() -> report(actor, LossKind.INACCESSIBLE));
            case ORDER -> {
                attempt(() ->
                        owners.request(
                                actor,
                                certificate.id(),
                                new Opening(Ground.WRONG_DATA, false, "", null)));
                attempt(() -> open(actor, true));
            }
            case LIFT -> {
                attempt(() ->
                        decisions.dismiss(
                                actor,
                                opened("NOTICED"),
                                0,
                                NOTE,
                                true,
                                OfficersOnDuty.passphrase()));
                attempt(() -> objections.decide(actor, opened("OBJECTED"), 0, true, NOTE));
            }
            case REVOKE ->
                    attempt(() ->
                            decisions.approve(
                                    actor,
                                    opened("REQUESTED"),
                                    0,
                                    NOTE,
                                    OfficersOnDuty.passphrase()));
            case EXPIRE -> {}
        }
    }

    private static void attempt(Runnable command) {
        try {
            command.run();
        } catch (Conflict | Forbidden | NotFound refused) {
            assertThat(refused).hasMessageNotContaining("stale");
        }
    }

    private KeyLoss.Outcome report(Actor actor, LossKind kind) {
        return loss.report(actor, kind, Set.of(certificate.id()), null, "");
    }

    private CaseOutcome open(Actor actor, boolean emergency) {
        closeAll();
        return desk.open(
                actor,
                Origin.RA,
                certificate.serial(),
                new Opening(Ground.BREACH_OF_DUTY, emergency, MINUTE, null));
    }

    /** A fresh case in a state; of a certificate that is over there is none. */
    private RevocationCaseId opened(String state) {
        if (!(open(office.asRina(), false) instanceof CaseOutcome.Done(RevocationCase it))) {
            throw new NotFound("revocation.not-found");
        }
        update(
                "update revocation_case set state = '"
                        + state
                        + "', object_until = null, version = 0"
                        + " where id = '"
                        + it.id()
                        + "'");
        return it.id();
    }

    private void put(CertificatePhase phase) {
        closeAll();
        @Nullable BlockKind block =
                switch (phase) {
                    case SUSPENDED -> BlockKind.SUSPENDED;
                    case LOST -> BlockKind.LOST;
                    case DAMAGED -> BlockKind.DAMAGED;
                    case INACCESSIBLE -> BlockKind.INACCESSIBLE;
                    case TO_BE_REVOKED -> BlockKind.REVOCATION;
                    case IN_FORCE, REVOKED, EXPIRED -> null;
                };
        boolean revoked = phase == CertificatePhase.REVOKED;
        String at = "'" + clock.instant().minus(Duration.ofHours(1)) + "'";
        update(
                "update certificate set blocked_at = "
                        + (block == null ? "null" : at)
                        + ", block_kind = "
                        + (block == null ? "null" : "'" + block + "'")
                        + ", revoked_at = "
                        + (revoked ? at : "null")
                        + ", revocation_reason = "
                        + (revoked ? "'SUPERSEDED'" : "null")
                        + ", not_after = "
                        + (phase == CertificatePhase.EXPIRED
                                ? at
                                : "'" + certificate.notAfter() + "'")
                        + " where id = '"
                        + certificate.id()
                        + "'");
        assertThat(phase()).isEqualTo(phase);
    }

    private void closeAll() {
        update("update revocation_case set state = 'DISMISSED', next_try_at = null");
    }

    private void update(String sql) {
        transactions.inTenant(government, () -> jdbc.sql(sql).update());
    }

    private CertificatePhase phase() {
        return certificates
                .byId(government, certificate.id())
                .orElseThrow()
                .phaseAt(clock.instant());
    }

    @Test
    void a_blocked_certificate_expires_like_any_other_and_a_revoked_one_stays_revoked() {
        for (CertificatePhase phase : CertificatePhase.values()) {
            put(phase);
            assertThat(
                            certificates
                                    .byId(government, certificate.id())
                                    .orElseThrow()
                                    .phaseAt(certificate.notAfter().plusSeconds(1)))
                    .isEqualTo(
                            CertificateTransitions.after(phase, CertificateStep.EXPIRE)
                                    .orElse(phase));
        }
    }

    @Test
    void a_report_brings_an_open_case_to_the_officers_and_its_block_is_lifted_face_to_face_only() {
        RevocationCaseId noticed =
                ((CaseOutcome.Done) open(office.asRina(), false)).revocation().id();
        assertThat(report(owner, LossKind.LOST)).isInstanceOf(KeyLoss.Outcome.Reported.class);

        RevocationCase it = desk.view(office.asRina(), noticed);
        assertThat(it.state()).isEqualTo(CaseState.REQUESTED);
        assertThat(it.origin()).isEqualTo(Origin.RA);
        assertThat(
                        decisions.dismiss(
                                office.asRina(),
                                noticed,
                                it.version(),
                                NOTE,
                                false,
                                OfficersOnDuty.passphrase()))
                .isInstanceOf(CaseOutcome.Refused.class);
        assertThat(phase()).isEqualTo(CertificatePhase.LOST);
    }

    @Test
    void the_diagram_in_the_documentation_is_made_from_the_table() {
        StringBuilder diagram =
                new StringBuilder(
                        "# The life of a certificate\n\nMade from `CertificateTransitions`, the one"
                                + " table of phases and steps. Which side may take a step stands in"
                                + " `CertificateStep`.\n\n```mermaid\nstateDiagram-v2\n"
                                + "    [*] --> IN_FORCE : ISSUE\n");
        for (CertificateTransition line : CertificateTransitions.TABLE) {
            diagram.append("    ")
                    .append(line.from())
                    .append(" --> ")
                    .append(line.to())
                    .append(" : ")
                    .append(line.step())
                    .append('\n');
        }
        Arrays.stream(CertificatePhase.values())
                .filter(CertificatePhase::isOver)
                .forEach(phase -> diagram.append("    ").append(phase).append(" --> [*]\n"));
        assertThat(Path.of("docs", "reference", "certificate-states.md"))
                .hasContent(diagram.append("```\n").toString());
    }
}
