package id.pamong.house;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.revocation.CaseOutcome;
import id.pamong.lifecycle.revocation.Ground;
import id.pamong.lifecycle.revocation.Opening;
import id.pamong.lifecycle.revocation.OwnerRevocations;
import id.pamong.lifecycle.revocation.loss.KeyLoss;
import id.pamong.lifecycle.revocation.loss.LossKind;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileKind;
import id.pamong.office.archive.SamplePapers;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PeopleImport;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * One object of each kind that a path of the house may name, of any person of any local government,
 * without the road that leads to it.
 */
final class RouteObjects {
    private static final LocalDate DAY = RouteRows.DAY;

    private final BeanFactory beans;
    private final MockMvcTester http;
    private final JdbcClient jdbc;
    private final MutableClock clock;
    private final Map<Citizen, CertificateId> certificates = new HashMap<>();
    private final RouteRows rows;

    RouteObjects(BeanFactory beans, MockMvcTester http) {
        this.beans = beans;
        this.http = http;
        this.jdbc = beans.getBean(JdbcClient.class);
        this.clock = beans.getBean(MutableClock.class);
        this.rows = new RouteRows(beans);
    }

    /** The office may work: it is appointed, has an agreement and officers. */
    void open(Town town, Iterable<Citizen> officers) {
        in(
                town,
                () -> {
                    for (String kind : List.of("RA_APPOINTMENT", "CA_AGREEMENT")) {
                        rows.insert(
                                "ra_mandate",
                                "kind",
                                kind,
                                "authority",
                                "builtin",
                                "number",
                                "1/2026",
                                "dated_on",
                                DAY,
                                "begins_on",
                                DAY);
                    }
                    for (Citizen officer : officers) {
                        rows.insert(
                                "officer_appointment",
                                "person",
                                officer.id().value(),
                                "post",
                                "OFFICER",
                                "decree",
                                "2/2026",
                                "decreed_on",
                                DAY,
                                "begins_on",
                                DAY);
                    }
                });
    }

    /** Someone works in an agency of their own. */
    void moveElsewhere(Town town, Citizen who) {
        AgencyId agency =
                beans.getBean(People.class)
                        .addAgency(town.id(), "BADAN", "Badan Contoh", "Kepala Badan", null, null);
        in(
                town,
                () ->
                        jdbc.sql("update posting set agency = ? where person = ?")
                                .params(agency.value(), who.id().value())
                                .update());
    }

    /** Id of a new object. */
    String make(RouteKind kind, Town town, Citizen whose) {
        return switch (kind) {
            case NONE -> "";
            case PERSON -> whose.id().toString();
            case APPLICATION -> withPapers(town, whose).toString();
            case QUEUED, APPROVED -> inState(town, whose, kind.state).toString();
            case RECOMMENDATION -> asked(town, whose, "RECOMMENDATION", false, null).toString();
            case COVER -> asked(town, whose, "COVER_LETTER", false, null).toString();
            case MINUTE -> asked(town, whose, "RECOMMENDATION", true, null).toString();
            case CERTIFICATE -> certificate(town, whose).toString();
            case ENDED -> {
                CertificateId id = CertifiedOwner.certify(beans, town.id(), whose.id()).id();
                in(town, () -> rows.endKey(town, id));
                yield id.toString();
            }
            case REVOCATION -> revocation(whose, town);
            case LOSS -> loss(whose, town);
            case IMPORT ->
                    beans.getBean(PeopleImport.class)
                            .keep(
                                    town.id(),
                                    "pegawai.csv",
                                    "NIK;NIP\n1;2\n".getBytes(StandardCharsets.UTF_8),
                                    whose.account().value())
                            .toString();
            case MESSAGE -> message(town, whose);
            default -> in(town, () -> row(kind, town, whose)).toString();
        };
    }

    private UUID row(RouteKind kind, Town town, Citizen whose) {
        UUID id = rows.add(kind, town, whose);
        if (kind == RouteKind.BATCH_LETTER) {
            asked(town, whose, "RECOMMENDATION", false, id);
        }
        return id;
    }

    /** A draft begun over HTTP, as its owner does. */
    private UUID begin(Town town, Citizen whose) {
        MvcTestResult begun =
                http.post()
                        .uri(town.at("/permohonan"))
                        .cookie(whose.session())
                        .with(Forms.body())
                        .exchange();
        String location = String.valueOf(begun.getResponse().getHeader("Location"));
        if (!location.contains("/permohonan/")) {
            throw new AssertionError("no application was begun: " + location);
        }
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** A draft with an identity card and a recommendation. */
    private UUID withPapers(Town town, Citizen whose) {
        UUID id = begin(town, whose);
        in(
                town,
                () -> {
                    UUID card =
                            beans.getBean(Archive.class)
                                    .store(
                                            town.id(),
                                            FileKind.IDENTITY_CARD,
                                            "image/png",
                                            SamplePapers.png(200, 120))
                                    .value();
                    rows.insert(
                            "endorsement_letter",
                            "kind",
                            "RECOMMENDATION",
                            "form",
                            "SCAN",
                            "number",
                            "1",
                            "dated_on",
                            DAY,
                            "giver_name",
                            "Atasan",
                            "giver_title",
                            "Kepala",
                            "file",
                            rows.file(town, FileKind.RECOMMENDATION),
                            "sha256",
                            "0".repeat(64),
                            "added_at",
                            at());
                    jdbc.sql(
                                    """
                                    insert into application_paper (application, item, file, name,
                                        media_type, pages, signed, sha256, added_at)
                                    values (?, 'IDENTITY_CARD', ?, 'ktp.jpg', 'image/jpeg', 1, false, ?, ?)
                                    """)
                            .params(id, card, "0".repeat(64), at())
                            .update();
                    jdbc.sql(
                                    """
                                    insert into application_letter (application, kind, letter, linked_at)
                                    select ?, 'RECOMMENDATION', id, added_at from endorsement_letter
                                    order by added_at desc, id limit 1
                                    """)
                            .param(id)
                            .update();
                });
        return id;
    }

    private UUID inState(Town town, Citizen whose, String state) {
        UUID id = begin(town, whose);
        in(
                town,
                () ->
                        jdbc.sql("update application set state = ? where id = ?")
                                .params(state, id)
                                .update());
        return id;
    }

    private UUID asked(Town town, Citizen whose, String kind, boolean minute, UUID batch) {
        UUID id = inState(town, town.withAccount("Pemohon"), "ENDORSEMENT");
        in(
                town,
                () -> {
                    jdbc.sql(
                                    """
                                    insert into letter_request
                                        (application, kind, asked, asked_at, minute, batch)
                                    values (?, ?, ?, ?, ?, ?)
                                    """)
                            .params(id, kind, whose.id().value(), at(), minute, batch)
                            .update();
                    if (batch != null) {
                        jdbc.sql("insert into collective_member (application, batch) values (?, ?)")
                                .params(id, batch)
                                .update();
                    }
                });
        return id;
    }

    private CertificateId certificate(Town town, Citizen whose) {
        return certificates.computeIfAbsent(
                whose, it -> CertifiedOwner.certify(beans, town.id(), it.id()).id());
    }

    private String revocation(Citizen whose, Town town) {
        CaseOutcome outcome =
                beans.getBean(OwnerRevocations.class)
                        .request(
                                whose.actor(),
                                CertifiedOwner.certify(beans, town.id(), whose.id()).id(),
                                new Opening(Ground.REPLACED, false, "", null));
        if (outcome instanceof CaseOutcome.Done(var it)) {
            in(
                    town,
                    () -> {
                        rows.signDecision(town, it.id().value());
                        rows.announce(town, it.id().value());
                        return it;
                    });
            in(
                    town,
                    () ->
                            jdbc.sql(
                                            """
                                            insert into revocation_proof
                                                (revocation, kind, sha256, content, shown_at)
                                            values (?, 'OCSP', ?, ?, ?)
                                            """)
                                    .params(it.id().value(), "0".repeat(64), new byte[] {1}, at())
                                    .update());
            return it.id().toString();
        }
        throw new AssertionError(outcome.toString());
    }

    private String loss(Citizen whose, Town town) {
        KeyLoss.Outcome outcome =
                beans.getBean(KeyLoss.class)
                        .report(
                                whose.actor(),
                                LossKind.LOST,
                                Set.of(CertifiedOwner.certify(beans, town.id(), whose.id()).id()),
                                null,
                                "Tas saya hilang di bus.");
        if (outcome instanceof KeyLoss.Outcome.Reported(var report)) {
            in(
                    town,
                    () ->
                            jdbc.sql(
                                            """
                                            update key_loss_report set statement_number = '1',
                                                statement_file = ?, statement_at = ? where id = ?
                                            """)
                                    .params(
                                            rows.file(town, FileKind.KEY_LOSS),
                                            at(),
                                            report.id().value())
                                    .update());
            return report.id().toString();
        }
        throw new AssertionError(outcome.toString());
    }

    private String message(Town town, Citizen whose) {
        return in(
                town,
                () -> {
                    beans.getBean(Notifications.class)
                            .tell(
                                    town.id(),
                                    whose.id(),
                                    "recommendation-asked",
                                    Map.of("applicant", "Pegawai"),
                                    "/beranda",
                                    List.of());
                    return jdbc.sql(
                                    "select id from inbox_message where person = ? order by created_at"
                                            + " desc, id limit 1")
                            .param(whose.id().value())
                            .query(UUID.class)
                            .single()
                            .toString();
                });
    }

    private OffsetDateTime at() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void in(Town town, Runnable work) {
        in(
                town,
                () -> {
                    work.run();
                    return town;
                });
    }

    private <T> T in(Town town, java.util.function.Supplier<T> work) {
        return beans.getBean(TenantTransactions.class).inTenant(town.id(), work);
    }
}
