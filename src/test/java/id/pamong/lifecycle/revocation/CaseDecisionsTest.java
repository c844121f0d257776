package id.pamong.lifecycle.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.OfficersOnDuty;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.UnderEachLaw;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers' decisions: signed, and taken by nobody else and from no other state. */
@RoomTest
class CaseDecisionsTest {
    private static final String NOTE = "Permintaan pemilik sudah diperiksa.";
    private static final Set<CaseStep> STEPS =
            EnumSet.of(
                    CaseStep.APPROVE,
                    CaseStep.HOLD,
                    CaseStep.RELEASE,
                    CaseStep.DISMISS,
                    CaseStep.CA_DONE);

    @Autowired private BeanFactory beans;
    @Autowired private OwnerRevocations owners;
    @Autowired private RevocationDesk desk;
    @Autowired private CaseDecisions decisions;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private OfficersOnDuty office;
    private Actor owner;
    private RevocationCase asked;

    @BeforeEach
    void ask() {
        clock.reset();
        office = new OfficersOnDuty(beans);
        PersonId teacher = office.town().teacher;
        owner = office.town().as(teacher, clock.instant(), Role.PERSON);
        RegisteredCertificate certificate =
                CertifiedOwner.certify(beans, owner.government(), teacher);
        asked =
                ((CaseOutcome.Done)
                                owners.request(
                                        owner,
                                        certificate.id(),
                                        new Opening(Ground.WRONG_DATA, false, "", null)))
                        .revocation();
    }

    @UnderEachLaw
    @Article({"MDN-15(1)", "MDN-20(2)", "CJR-16(1)", "CJR-21(2)"})
    void a_decision_is_signed_over_the_case_and_openssl_verifies_it(@TempDir Path folder)
            throws Exception {
        assertThat(decisions.approve(office.asRina(), asked.id(), 0, NOTE, passphrase()))
                .isInstanceOf(CaseOutcome.Done.class);
        byte[] statement = desk.decision(office.asRina(), asked.id(), false).orElseThrow();
        byte[] signature = desk.decision(owner, asked.id(), true).orElseThrow();
        assertThat(new String(statement, StandardCharsets.UTF_8))
                .contains(
                        "\"decision\":\"APPROVE\"",
                        "\"ground\":\"WRONG_DATA\"",
                        "\"number\":\"" + asked.number() + "\"",
                        "\"note\":\"" + NOTE + "\"")
                .doesNotContain("Siti");
        OpenSsl openssl = new OpenSsl(folder);
        openssl.file("putusan.json", statement);
        openssl.file("putusan.p7s", signature);
        assertThat(verified(openssl, "putusan.json")).contains("successful");
        openssl.file(
                "lain.json",
                new String(statement, StandardCharsets.UTF_8)
                        .replace("APPROVE", "DISMISS")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(verified(openssl, "lain.json")).doesNotContain("successful");
    }

    private static String verified(OpenSsl openssl, String content) {
        return openssl.run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "putusan.p7s",
                        "-content",
                        content,
                        "-noverify",
                        "-out",
                        "out.json")
                .text();
    }

    @Test
    void without_the_right_passphrase_nothing_is_decided_and_a_refusal_costs_no_try() {
        assertThat(codes(decisions.approve(office.asRina(), asked.id(), 0, "", Optional.empty())))
                .containsExactly("revocation.note", "revocation.no-passphrase");
        assertThat(codes(decisions.approve(office.asRina(), asked.id(), 0, "", wrong())))
                .as("judged before the key is tried")
                .containsExactly("revocation.note");
        for (int left = 4; left > 0; left--) {
            assertThat(codes(decisions.approve(office.asRina(), asked.id(), 0, NOTE, wrong())))
                    .containsExactly("revocation.passphrase-wrong");
        }
        assertThat(codes(decisions.dismiss(office.asRina(), asked.id(), 0, NOTE, true, wrong())))
                .containsExactly("revocation.passphrase-blocked");
        assertThat(codes(decisions.approve(office.asRina(), asked.id(), 0, NOTE, passphrase())))
                .containsExactly("revocation.passphrase-blocked");
        assertThat(desk.view(owner, asked.id()).state()).isEqualTo(CaseState.REQUESTED);
        assertThat(desk.decision(owner, asked.id(), true)).isEmpty();
        assertThat(decisions.approve(office.asJoko(), asked.id(), 0, NOTE, passphrase()))
                .as("the other officer's key is another one")
                .isInstanceOf(CaseOutcome.Done.class);
    }

    @UnderEachLaw
    @Article({"MDN-15(1)", "CJR-16(1)"})
    void every_state_takes_from_every_role_exactly_the_steps_of_the_table() {
        Map<String, Actor> actors = new LinkedHashMap<>();
        actors.put("officer", office.asJoko());
        actors.put("head", office.asHead());
        actors.put("owner", owner);
        for (Role role :
                List.of(Role.PERSON, Role.ADMINISTRATOR, Role.AUDITOR, Role.MAIL_ADMINISTRATOR)) {
            actors.put(
                    role.name(), office.town().as(office.town().superior, clock.instant(), role));
        }
        List<String> taken = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (CaseState state : CaseState.values()) {
            for (CaseStep step : STEPS) {
                for (Map.Entry<String, Actor> actor : actors.entrySet()) {
                    String line = state + " " + step + " " + actor.getKey();
                    if (actor.getKey().equals("officer")
                            && CaseTransitions.TABLE.stream()
                                    .anyMatch(one ->
                                            one.from() == state
                                                    && one.step() == step
                                                    && one.side()
                                                            == CaseTransition.Side.RA_OFFICER)) {
                        expected.add(line);
                    }
                    put(state);
                    if (isTaken(actor.getValue(), step)) {
                        taken.add(line);
                    } else {
                        assertThat(state()).as(line).isEqualTo(state.name());
                    }
                }
            }
        }
        assertThat(taken).containsExactlyElementsOf(expected).hasSize(9);
    }

    private boolean isTaken(Actor actor, CaseStep step) {
        try {
            CaseOutcome outcome =
                    switch (step) {
                        case APPROVE -> decisions.approve(actor, asked.id(), 0, NOTE, passphrase());
                        case HOLD -> decisions.hold(actor, asked.id(), 0, NOTE, passphrase());
                        case RELEASE ->
                                decisions.release(actor, asked.id(), 0, NOTE, true, passphrase());
                        case DISMISS ->
                                decisions.dismiss(actor, asked.id(), 0, NOTE, true, passphrase());
                        case CA_DONE -> decisions.doneByHand(actor, asked.id(), 0, NOTE);
                        default -> throw new AssertionError(step);
                    };
            return outcome instanceof CaseOutcome.Done;
        } catch (Conflict | Forbidden | NotFound refused) {
            return false;
        }
    }

    private void put(CaseState state) {
        transactions.inTenant(
                owner.government(),
                () ->
                        jdbc.sql(
                                        """
                                        update revocation_case set state = :state, version = 0,
                                            object_until = null, next_try_at = null
                                        where id = :id
                                        """)
                                .param("state", state.name())
                                .param("id", asked.id().value())
                                .update());
    }

    private String state() {
        return transactions.inTenant(
                owner.government(),
                () ->
                        jdbc.sql("select state from revocation_case where id = :id")
                                .param("id", asked.id().value())
                                .query(String.class)
                                .single());
    }

    private static Optional<SecretBytes> passphrase() {
        return OfficersOnDuty.passphrase();
    }

    private static Optional<SecretBytes> wrong() {
        return Optional.of(Towns.secret("bukan passphrase pengelola"));
    }

    private static List<String> codes(CaseOutcome outcome) {
        return outcome instanceof CaseOutcome.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of("done");
    }
}
