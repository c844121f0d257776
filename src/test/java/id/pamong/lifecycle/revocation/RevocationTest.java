package id.pamong.lifecycle.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.signature.PublishedRevocation;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.OfficersOnDuty;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Scope;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revocation by owner, registration authority and certification authority. */
@RoomTest
class RevocationTest {
    private static final String MINUTE =
            "Diperiksa di daftar kepegawaian: pemilik pindah ke luar daerah sejak kemarin.";

    @Autowired private BeanFactory beans;
    @Autowired private OwnerRevocations owners;
    @Autowired private RevocationDesk desk;
    @Autowired private CaseDecisions decisions;
    @Autowired private Objections objections;
    @Autowired private AuthorityRoad road;
    @Autowired private Certificates certificates;
    @Autowired private BuiltinAuthority authority;
    @Autowired private Permissions permissions;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private OfficersOnDuty office;
    private Actor owner;
    private RegisteredCertificate certificate;

    @BeforeEach
    void build() {
        clock.reset();
        office = new OfficersOnDuty(beans);
        owner = office.town().as(office.town().teacher, clock.instant(), Role.PERSON);
        certificate = CertifiedOwner.certify(beans, owner.government(), office.town().teacher);
    }

    @UnderEachLaw
    @Article({"MDN-15(1)", "MDN-1.8", "MDN-3(1)c", "CJR-16(1)", "CJR-1.18", "CJR-4(1)c"})
    void the_owner_asks_an_officer_decides_and_ocsp_and_crl_are_kept_as_proof() throws Exception {
        RevocationCase asked =
                done(owners.request(owner, certificate.id(), opening("KEY_COMPROMISED")));

        assertThat(asked.state()).isEqualTo(CaseState.REQUESTED);
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
        assertThat(certificates.signing(owner.government(), owner.person(), clock.instant()))
                .isEmpty();

        RevocationCase over =
                done(
                        decisions.approve(
                                office.asRina(),
                                asked.id(),
                                asked.version(),
                                "Permintaan pemilik.",
                                OfficersOnDuty.passphrase()));

        assertThat(over.state()).isEqualTo(CaseState.CONFIRMED);
        assertThat(state())
                .isEqualTo(
                        new CertificateState.Revoked(
                                clock.instant(), RevocationReason.KEY_COMPROMISE));
        assertThat(over.proofs())
                .extracting(ShownProof::kind)
                .containsExactlyInAnyOrder(ShownProof.Kind.OCSP, ShownProof.Kind.CRL);
        byte[] crl = desk.proof(office.asRina(), over.id(), ShownProof.Kind.CRL);
        X509CRL list =
                (X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(new ByteArrayInputStream(crl));
        X509Certificate revoked =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(certificate.der()));
        assertThat(list.isRevoked(revoked)).isTrue();
        assertThat(over.proofs())
                .filteredOn(one -> one.kind() == ShownProof.Kind.CRL)
                .extracting(ShownProof::sha256)
                .containsExactly(PublishedRevocation.sha256(crl));
        assertThat(outcomes("revocation.request")).containsExactly("BLOCKED_AND_REQUESTED");
        assertThat(outcomes("revocation.decide")).containsExactly("APPROVED");
        assertThat(outcomes("revocation.follow")).containsExactly("REVOKED", "SHOWN");
    }

    @UnderEachLaw
    @Article({"MDN-15(1)", "MDN-1.8", "CJR-16(1)", "CJR-1.18"})
    void nobody_decides_about_the_own_certificate_and_no_owner_decides_at_all() {
        RegisteredCertificate hers =
                CertifiedOwner.certify(beans, owner.government(), office.rina());
        RevocationCase asked =
                done(owners.request(office.asRina(), hers.id(), opening("REPLACED")));

        assertThatThrownBy(() ->
                        decisions.approve(
                                office.asRina(),
                                asked.id(),
                                0,
                                "Saya sendiri.",
                                OfficersOnDuty.passphrase()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        decisions.approve(
                                owner,
                                asked.id(),
                                0,
                                "Bukan pengelola.",
                                OfficersOnDuty.passphrase()))
                .isInstanceOf(Forbidden.class);
        assertThat(
                        done(decisions.approve(
                                        office.asJoko(),
                                        asked.id(),
                                        0,
                                        "Sudah ada gantinya.",
                                        OfficersOnDuty.passphrase()))
                                .state())
                .isEqualTo(CaseState.CONFIRMED);
    }

    @UnderEachLaw
    @Article({"MDN-15(1)", "CJR-16(1)"})
    void the_registration_authority_tells_why_and_waits_before_it_revokes() {
        RevocationCase noticed =
                done(
                        desk.open(
                                office.asRina(),
                                Origin.RA,
                                certificate.serial(),
                                new Opening(Ground.TRANSFER_OUT, false, MINUTE, null)));

        assertThat(noticed.state()).isEqualTo(CaseState.NOTICED);
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
        assertThat(
                        codes(
                                decisions.approve(
                                        office.asJoko(),
                                        noticed.id(),
                                        0,
                                        "Sudah jelas.",
                                        OfficersOnDuty.passphrase())))
                .containsExactly("revocation.may-still-object");
        assertThat(outcomes("revocation.decide")).containsExactly("REFUSED");

        clock.advance(Duration.ofDays(60));
        RevocationCase over =
                done(
                        decisions.approve(
                                office.asJoko(),
                                noticed.id(),
                                0,
                                "Batas waktu lewat.",
                                OfficersOnDuty.passphrase()));
        assertThat(over.state()).isIn(CaseState.CONFIRMED, CaseState.REVOKED);
    }

    @UnderEachLaw
    @Article({"MDN-15(1)", "CJR-16(1)"})
    void an_objection_goes_to_the_head_who_may_find_it_right() {
        RevocationCase noticed =
                done(
                        desk.open(
                                office.asRina(),
                                Origin.RA,
                                certificate.serial(),
                                new Opening(Ground.TRANSFER_OUT, false, MINUTE, null)));
        assertThat(codes(owners.object(owner, noticed.id(), "Tidak")))
                .containsExactly("revocation.objection-text");
        RevocationCase objected =
                done(owners.object(owner, noticed.id(), "Mutasi saya dibatalkan minggu lalu."));
        assertThat(objected.state()).isEqualTo(CaseState.OBJECTED);
        assertThatThrownBy(() ->
                        objections.decide(office.asRina(), objected.id(), 1, true, "Pengelola."))
                .isInstanceOf(Forbidden.class);

        RevocationCase dismissed =
                done(
                        objections.decide(
                                office.asHead(),
                                objected.id(),
                                objected.version(),
                                true,
                                "Surat pembatalan mutasi sudah kami lihat."));

        assertThat(dismissed.state()).isEqualTo(CaseState.DISMISSED);
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
    }

    @UnderEachLaw
    @Article({"MDN-15(1)", "CJR-16(1)"})
    void in_an_emergency_and_for_the_authority_it_is_blocked_first_and_told_after() {
        RevocationCase opened =
                done(
                        desk.open(
                                office.asRina(),
                                Origin.CA,
                                certificate.serial().toUpperCase(java.util.Locale.ROOT),
                                new Opening(Ground.CA_DECISION, false, MINUTE, null)));

        assertThat(opened.state()).isEqualTo(CaseState.REQUESTED);
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
    }

    @Test
    void a_hold_is_seen_at_the_authority_and_can_be_released() {
        RevocationCase noticed =
                done(
                        desk.open(
                                office.asRina(),
                                Origin.RA,
                                certificate.serial(),
                                new Opening(Ground.BREACH_OF_DUTY, false, MINUTE, null)));
        RevocationCase held =
                done(
                        decisions.hold(
                                office.asJoko(),
                                noticed.id(),
                                noticed.version(),
                                "Selama diperiksa.",
                                OfficersOnDuty.passphrase()));
        assertThat(held.state()).isEqualTo(CaseState.HELD);
        assertThat(held.authorityAnswer()).isEqualTo("HELD");
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
        assertThat(
                        PublishedRevocation.of(
                                authority.revocations(),
                                certificate.der(),
                                certificate.chainDer().getFirst()))
                .as("a hold is no revocation")
                .isEmpty();

        RevocationCase released =
                done(
                        decisions.release(
                                office.asJoko(),
                                held.id(),
                                held.version(),
                                "Tidak terbukti.",
                                false,
                                OfficersOnDuty.passphrase()));

        assertThat(released.state()).isEqualTo(CaseState.RELEASED);
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
        assertThat(desk.view(office.asJoko(), held.id()).authorityAnswer()).isEqualTo("RELEASED");
    }

    @Test
    void a_block_in_the_owners_name_is_lifted_only_after_identification() {
        RevocationCase asked = done(owners.request(owner, certificate.id(), opening("KEY_LOST")));

        assertThat(
                        codes(
                                decisions.dismiss(
                                        office.asRina(),
                                        asked.id(),
                                        0,
                                        "Salah tekan.",
                                        false,
                                        OfficersOnDuty.passphrase())))
                .containsExactly("revocation.not-identified");
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
        assertThat(
                        done(decisions.dismiss(
                                        office.asRina(),
                                        asked.id(),
                                        0,
                                        "Pemilik hadir.",
                                        true,
                                        OfficersOnDuty.passphrase()))
                                .state())
                .isEqualTo(CaseState.DISMISSED);
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
    }

    @Test
    void every_fault_of_an_opening_is_named_at_once() {
        assertThat(
                        codes(
                                owners.request(
                                        owner,
                                        certificate.id(),
                                        new Opening(
                                                Ground.DEATH,
                                                false,
                                                "x".repeat(2001),
                                                clock.instant().plusSeconds(60)))))
                .containsExactly(
                        "revocation.ground-not-yours",
                        "revocation.explanation-long",
                        "revocation.since");
        assertThat(
                        codes(
                                desk.open(
                                        office.asRina(),
                                        Origin.RA,
                                        certificate.serial(),
                                        new Opening(null, false, "singkat", null))))
                .containsExactly("revocation.ground-missing", "revocation.minute-short");
    }

    @Test
    void a_certificate_has_one_open_case_and_a_stranger_sees_none() {
        RevocationCase asked = done(owners.request(owner, certificate.id(), opening("KEY_LOST")));

        assertThatThrownBy(() -> owners.request(owner, certificate.id(), opening("KEY_LOST")))
                .isInstanceOf(Conflict.class);
        Actor stranger = office.town().as(office.town().superior, clock.instant(), Role.PERSON);
        assertThatThrownBy(() -> desk.view(stranger, asked.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> owners.request(stranger, certificate.id(), opening("KEY_LOST")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_old_certificate_lapses_instead_of_waiting_for_ever() {
        RevocationCase asked = done(owners.request(owner, certificate.id(), opening("KEY_LOST")));
        clock.set(certificate.notAfter().plusSeconds(5));
        transactions.inTenant(
                owner.government(),
                () -> {
                    jdbc.sql(
                                    """
                                    update revocation_case set state = 'ORDERED', next_try_at = :now
                                    where id = :id
                                    """)
                            .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                            .param("id", asked.id().value())
                            .update();
                });

        road.run(owner.government());

        assertThat(desk.view(office.asRina(), asked.id()).state()).isEqualTo(CaseState.LAPSED);
    }

    /** State × step × role: the table alone says who may do what. */
    @Test
    void the_permissions_give_each_step_to_its_side_and_to_nobody_else() {
        Set<CaseTransition> seen = new HashSet<>();
        for (CaseState state : CaseState.values()) {
            for (CaseStep step : CaseStep.values()) {
                for (Role role : Role.values()) {
                    for (boolean own : List.of(true, false)) {
                        Actor actor =
                                office.town()
                                        .as(
                                                own ? office.town().teacher : office.rina(),
                                                clock.instant(),
                                                role == Role.VISITOR || role == Role.PERSON
                                                        ? new Role[] {role}
                                                        : new Role[] {Role.PERSON, role});
                        boolean expected =
                                CaseTransitions.TABLE.stream()
                                        .filter(line -> line.from() == state && line.step() == step)
                                        .anyMatch(line -> {
                                            seen.add(line);
                                            return isTheirs(line, role, own);
                                        });
                        boolean open =
                                CaseTransitions.after(state, step).isPresent()
                                        && permissions.allows(
                                                actor,
                                                command(step),
                                                state.name(),
                                                Set.of(own ? Scope.OWN : Scope.OTHERS));
                        assertThat(open)
                                .as(state + " " + step + " " + role + (own ? " own" : ""))
                                .isEqualTo(expected);
                    }
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(CaseTransitions.TABLE);
    }

    private static boolean isTheirs(CaseTransition line, Role role, boolean own) {
        return switch (line.side()) {
            case OWNER -> own && role != Role.VISITOR;
            case RA_OFFICER -> !own && role == Role.RA_OFFICER;
            case RA_HEAD -> !own && role == Role.RA_HEAD;
            case PERSONNEL, AUTHORITY -> false;
        };
    }

    private static String command(CaseStep step) {
        return switch (step) {
            case AGREE, OBJECT -> "revocation.answer";
            case REPORT -> "revocation.report-loss";
            case UPHOLD, OVERRULE -> "revocation.decide-objection";
            case APPROVE, HOLD, RELEASE, DISMISS -> "revocation.decide";
            case CA_DONE -> "revocation.decide";
            case OPEN, NOTIFY, EXTENDED, CA_BY_HAND, CA_OVER, SHOWN -> "revocation.follow";
        };
    }

    @Test
    void from_every_state_some_way_leads_to_an_end() {
        for (CaseState state : CaseState.values()) {
            Set<CaseState> reached = new HashSet<>(Set.of(state));
            boolean more = true;
            while (more) {
                more = false;
                for (CaseTransition line : CaseTransitions.TABLE) {
                    more |= reached.contains(line.from()) && reached.add(line.to());
                }
            }
            assertThat(reached).as(state.name()).anyMatch(CaseState::isFinal);
        }
        assertThat(Arrays.stream(CaseState.values()).filter(CaseState::isFinal))
                .containsExactlyInAnyOrder(
                        CaseState.CONFIRMED,
                        CaseState.RELEASED,
                        CaseState.DISMISSED,
                        CaseState.LAPSED);
    }

    @Test
    void the_diagram_in_the_documentation_is_made_from_the_table() throws Exception {
        StringBuilder diagram =
                new StringBuilder(
                        "# The road of a revocation\n\n"
                                + "Made from `CaseTransitions`, the one table of states and"
                                + " steps.\n\n"
                                + "```mermaid\nstateDiagram-v2\n"
                                + "    [*] --> REQUESTED\n    [*] --> NOTICED\n    [*] --> HELD\n");
        CaseTransitions.TABLE.forEach(line ->
                diagram.append("    ")
                        .append(line.from())
                        .append(" --> ")
                        .append(line.to())
                        .append(" : ")
                        .append(line.step())
                        .append('\n'));
        Arrays.stream(CaseState.values())
                .filter(CaseState::isFinal)
                .forEach(state -> diagram.append("    ").append(state).append(" --> [*]\n"));
        assertThat(Path.of("docs", "reference", "revocation-states.md"))
                .hasContent(diagram.append("```\n").toString());
    }

    private Opening opening(String ground) {
        return new Opening(Ground.valueOf(ground), false, "", null);
    }

    private CertificateState state() {
        return certificates
                .byId(owner.government(), certificate.id())
                .map(RegisteredCertificate::state)
                .orElseThrow();
    }

    private static RevocationCase done(CaseOutcome outcome) {
        if (outcome instanceof CaseOutcome.Done(RevocationCase it)) {
            return it;
        }
        throw new AssertionError(outcome.toString());
    }

    private static List<String> codes(CaseOutcome outcome) {
        return outcome instanceof CaseOutcome.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of("done");
    }

    private List<String> outcomes(String command) {
        return transactions.inTenant(
                owner.government(),
                () ->
                        jdbc.sql(
                                        "select outcome from audit_record where command = ?"
                                                + " order by position")
                                .param(command)
                                .query(String.class)
                                .list());
    }
}
