package id.pamong.house;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileKind;
import id.pamong.office.archive.SamplePapers;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Objects for the test of routes that are rows and nothing more. */
final class RouteRows {
    static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private final BeanFactory beans;
    private final JdbcClient jdbc;
    private final MutableClock clock;
    private int number;

    RouteRows(BeanFactory beans) {
        this.beans = beans;
        this.jdbc = beans.getBean(JdbcClient.class);
        this.clock = beans.getBean(MutableClock.class);
    }

    /** A new row of a kind, in the open transaction. */
    UUID add(RouteKind kind, Town town, Citizen whose) {
        UUID person = whose.id().value();
        return switch (kind) {
            case PASSKEY ->
                    insert(
                            "passkey",
                            "account",
                            whose.account().value(),
                            "credential",
                            bytes(),
                            "attested",
                            new byte[1],
                            "label",
                            "Kunci",
                            "transports",
                            "",
                            "sign_count",
                            0L,
                            "backup_eligible",
                            false,
                            "backed_up",
                            false,
                            "made_at",
                            at());
            case ABSENCE ->
                    insert(
                            "absence",
                            "person",
                            person,
                            "from_on",
                            DAY.plusYears(1),
                            "until_on",
                            DAY.plusYears(1).plusDays(3),
                            "letter",
                            "SC/1",
                            "entered_at",
                            at(),
                            "entered_by",
                            whose.account().value());
            case LETTER ->
                    insert(
                            "signing_letter",
                            "owner",
                            person,
                            "state",
                            "DRAFT",
                            "file_name",
                            "surat.pdf",
                            "original",
                            file(town, FileKind.LETTER_TO_SIGN),
                            "original_size",
                            1000L,
                            "page_sizes",
                            "595.0x842.0",
                            "duty",
                            "OTHER",
                            "number",
                            "1",
                            "subject",
                            "Surat",
                            "page",
                            1,
                            "from_left",
                            50.0,
                            "from_top",
                            50.0,
                            "width",
                            200.0,
                            "height",
                            80.0,
                            "token",
                            UUID.randomUUID().toString(),
                            "created_at",
                            at());
            case COUNTER ->
                    insert(
                            "counter_file",
                            "number",
                            "B-" + number++,
                            "person",
                            person,
                            "state",
                            "RECEIVED",
                            "brought_by",
                            "Sendiri",
                            "receipt",
                            file(town, FileKind.PAPER_RECEIPT),
                            "received_at",
                            at());
            case BATCH, DESK_BATCH, BATCH_LETTER -> batch(whose);
            case SYSTEM -> {
                UUID system =
                        insert(
                                "electronic_system",
                                "agency",
                                agency(whose),
                                "name",
                                "Sistem " + number++,
                                "category",
                                "LOW",
                                "registered_at",
                                at());
                insert(
                        "system_responsible",
                        "system",
                        system,
                        "person",
                        person,
                        "decree",
                        "1",
                        "from_on",
                        DAY);
                yield system;
            }
            case POST -> holding(town, whose)[0];
            case HOLDING -> holding(town, whose)[1];
            case MANDATE ->
                    insert(
                            "signing_mandate",
                            "kind",
                            "ON_BEHALF",
                            "of_post",
                            holding(town, whose)[0],
                            "to_post",
                            holding(town, whose)[0],
                            "scope",
                            "Surat",
                            "decree",
                            "1",
                            "decree_on",
                            DAY,
                            "from_on",
                            DAY);
            case LIST ->
                    insert(
                            "decision_list",
                            "batch",
                            batch(whose),
                            "officer",
                            person,
                            "account",
                            whose.account().value(),
                            "certificate_serial",
                            "1",
                            "decided_at",
                            at(),
                            "manifest",
                            file(town, FileKind.DECISION_SIGNATURE),
                            "manifest_sha256",
                            "0".repeat(64),
                            "signature",
                            file(town, FileKind.DECISION_SIGNATURE),
                            "answer_number",
                            "1",
                            "answer",
                            file(town, FileKind.ANSWER_LETTER));
            case POLICY ->
                    insert(
                            "ra_policy",
                            "number",
                            "1",
                            "title",
                            "Kebijakan",
                            "dated_on",
                            DAY,
                            "from_on",
                            DAY,
                            "file",
                            file(town, FileKind.RA_POLICY),
                            "entered_at",
                            at());
            case NETWORK ->
                    insertAs(
                            "office_network",
                            "cidr",
                            "network",
                            "10.1." + number++ % 250 + ".0/24",
                            "label",
                            "Kantor",
                            "added_at",
                            at(),
                            "added_by",
                            whose.account().value());
            case MOVES ->
                    insert(
                            "move_decree",
                            "decree",
                            "SK-1",
                            "decree_on",
                            DAY,
                            "from_on",
                            DAY.plusYears(1),
                            "state",
                            "AWAITING",
                            "file_sha256",
                            "0".repeat(64),
                            "entered_by",
                            whose.account().value(),
                            "entered_at",
                            at());
            case CHOICE ->
                    insert(
                            "authority_choice",
                            "authority",
                            "builtin",
                            "from_on",
                            DAY,
                            "reason",
                            "",
                            "state",
                            "DECLINED",
                            "proposed_at",
                            at(),
                            "proposed_by",
                            whose.account().value(),
                            "decided_at",
                            at(),
                            "decided_by",
                            whose.account().value());
            case ANSWER -> new RouteOrders(jdbc, at()).answer();
            case PAIR ->
                    insert(
                            "person_pair",
                            "one",
                            town.person("Satu").id().value(),
                            "other",
                            town.person("Dua").id().value(),
                            "likeness",
                            new String[] {"NIP_ONE_OFF"});
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private UUID[] holding(Town town, Citizen whose) {
        UUID post =
                insert(
                        "post",
                        "role",
                        "OTHER",
                        "agency",
                        town.agency().value(),
                        "leads",
                        false,
                        "title",
                        "Kepala Bidang " + number++);
        UUID holding =
                insert(
                        "post_holding",
                        "post",
                        post,
                        "person",
                        whose.id().value(),
                        "kind",
                        "DEFINITIVE",
                        "title",
                        "Kepala Bidang",
                        "decree",
                        "1",
                        "decree_on",
                        DAY,
                        "from_on",
                        DAY);
        return new UUID[] {post, holding};
    }

    private UUID batch(Citizen whose) {
        return insert(
                "collective_batch",
                "agency",
                agency(whose),
                "agency_name",
                "Dinas",
                "title",
                "Usulan " + number++,
                "prepared_by",
                whose.id().value(),
                "created_at",
                at());
    }

    private UUID agency(Citizen who) {
        return jdbc.sql("select agency from posting where person = ?")
                .param(who.id().value())
                .query(UUID.class)
                .single();
    }

    UUID file(Town town, FileKind kind) {
        return beans.getBean(Archive.class)
                .store(town.id(), kind, "application/pdf", SamplePapers.pdf(1))
                .value();
    }

    /** Id of a row with these columns, each followed by its value. */
    UUID insert(String table, Object... columns) {
        return insertAs(table, null, columns);
    }

    private UUID insertAs(String table, String type, Object... columns) {
        StringBuilder names = new StringBuilder("id");
        StringBuilder marks = new StringBuilder("?");
        Object[] values = new Object[columns.length / 2 + 1];
        UUID id = UUID.randomUUID();
        values[0] = id;
        for (int i = 0; i < columns.length; i += 2) {
            names.append(", ").append(columns[i]);
            marks.append(i == 0 && type != null ? ", ?::" + type : ", ?");
            values[i / 2 + 1] = columns[i + 1];
        }
        jdbc.sql("insert into " + table + " (" + names + ") values (" + marks + ")")
                .params(values)
                .update();
        return id;
    }

    private static byte[] bytes() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The key of a certificate is destroyed, and its owner has said so. */
    void endKey(Town town, CertificateId certificate) {
        jdbc.sql(
                        """
                        insert into key_end
                            (id, ended_at, done_at, done_by, means, number, file)
                        values (?, ?, ?, 'OWNER', 'FILE', '1', ?)
                        """)
                .params(certificate.value(), at(), at(), file(town, FileKind.KEY_STATEMENT))
                .update();
    }

    /** The files of an officer's signed decision. */
    void signDecision(Town town, UUID revocation) {
        UUID file = file(town, FileKind.DECISION_SIGNATURE);
        jdbc.sql(
                        """
                        update revocation_step set statement_file = ?, signature_file = ?
                        where revocation = ?
                        """)
                .params(file, file, revocation)
                .update();
    }

    /** The letter that announced a revocation. */
    void announce(Town town, UUID revocation) {
        jdbc.sql("update revocation_case set notice_number = '1', notice_file = ? where id = ?")
                .params(file(town, FileKind.REVOCATION_NOTICE), revocation)
                .update();
    }

    private OffsetDateTime at() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
