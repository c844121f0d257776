package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.CertificateType;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications with their papers and steps. The NIP lies sealed. */
@Repository
class Applications {
    private static final String COLUMNS =
            """
            id, number, person, type, state, version, regulation_id, regulation_hash, uses, duties,
            purpose, display_name, name_only, employment_class, nip_sealed, masked_nik, agency,
            agency_name, post, rank, official_email, email_confirmed_at, declared_at,
            declaration_sha256, created_at, changed_at, coalesce(entered_as, person) as entered_as
            """;
    static final String SUMMARY =
            """
            id, number, state, type, person, display_name, agency_name, created_at, changed_at,
            queued_at, version
            """;

    private final JdbcClient jdbc;
    private final Seals seals;
    private final TenantTransactions transactions;
    private final ApplicationLetters letters;
    private final ApplicationSteps steps;
    private final ParticularsRows particulars;

    Applications(
            JdbcClient jdbc,
            Seals seals,
            TenantTransactions transactions,
            ApplicationLetters letters,
            ApplicationSteps steps,
            ParticularsRows particulars) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.transactions = transactions;
        this.letters = letters;
        this.steps = steps;
        this.particulars = particulars;
    }

    /**
     * Begins a draft.
     *
     * @return false when the person has an open one of the type already
     */
    boolean begin(Dossier dossier) {
        try {
            boolean begun =
                    jdbc.sql(
                                            """
                                            insert into application (id, number, person, type, state,
                                                version, regulation_id, regulation_hash, uses, duties,
                                                purpose, display_name, name_only, employment_class,
                                                nip_sealed, masked_nik, agency, agency_name, post, rank,
                                                official_email, email_confirmed_at, created_at, changed_at,
                                                queued_at)
                                            values (:id, '', :person, :type, :state, 0, :regulation,
                                                :regulationHash, :uses, :duties, :purpose, :display, :name,
                                                :class, :nip, :nik, :agency, :agencyName, :post, :rank,
                                                :email, :confirmed, :now, :now, :now)
                                            on conflict do nothing
                                            """)
                                    .param("id", dossier.id().value())
                                    .param("person", dossier.applicant().person().value())
                                    .param("type", dossier.type().name())
                                    .param("state", dossier.state().name())
                                    .param("regulation", dossier.regulationId())
                                    .param("regulationHash", dossier.regulationHash())
                                    .param("uses", names(dossier.uses()))
                                    .param("duties", names(dossier.duties()))
                                    .param("purpose", dossier.purpose())
                                    .param("display", dossier.applicant().displayName())
                                    .param("name", dossier.applicant().nameOnly())
                                    .param("class", dossier.applicant().employmentClass().name())
                                    .param("nip", seal(dossier))
                                    .param("nik", dossier.applicant().maskedNik())
                                    .param("agency", dossier.applicant().agency().value())
                                    .param("agencyName", dossier.applicant().agencyName())
                                    .param("post", dossier.applicant().post())
                                    .param("rank", dossier.applicant().rank())
                                    .param("email", dossier.officialEmail())
                                    .param("confirmed", at(dossier.emailConfirmedAt()))
                                    .param("now", at(dossier.createdAt()))
                                    .update()
                            == 1;
            if (begun) {
                particulars.put(dossier.id(), dossier.particulars());
            }
            return begun;
        } catch (DuplicateKeyException raced) {
            return false;
        }
    }

    /** Writes the editable fields, the applicant's facts and the state of the next version. */
    void change(Dossier from, Dossier to) {
        int rows =
                jdbc.sql(
                                """
                                update application set number = :number, state = :state,
                                    version = version + 1, uses = :uses, duties = :duties,
                                    purpose = :purpose, display_name = :display, name_only = :name,
                                    entered_as = nullif(:enteredAs, person),
                                    employment_class = :class, nip_sealed = :nip,
                                    masked_nik = :nik, agency = :agency,
                                    agency_name = :agencyName, post = :post, rank = :rank,
                                    official_email = :email, email_confirmed_at = :confirmed,
                                    declared_at = :declared, declaration_sha256 = :declaration,
                                    changed_at = :now,
                                    queued_at = case when :state = 'SUBMITTED' and state <> :state
                                                     then :now else queued_at end
                                where id = :id and version = :version
                                """)
                        .param("id", from.id().value())
                        .param("version", from.version())
                        .param("number", to.number())
                        .param("state", to.state().name())
                        .param("uses", names(to.uses()))
                        .param("duties", names(to.duties()))
                        .param("purpose", to.purpose())
                        .param("enteredAs", to.applicant().enteredAs().value())
                        .param("display", to.applicant().displayName())
                        .param("name", to.applicant().nameOnly())
                        .param("class", to.applicant().employmentClass().name())
                        .param("nip", seal(to))
                        .param("nik", to.applicant().maskedNik())
                        .param("agency", to.applicant().agency().value())
                        .param("agencyName", to.applicant().agencyName())
                        .param("post", to.applicant().post())
                        .param("rank", to.applicant().rank())
                        .param("email", to.officialEmail())
                        .param("confirmed", at(to.emailConfirmedAt()))
                        .param("declared", at(to.declaredAt()))
                        .param("declaration", to.declarationSha256())
                        .param("now", at(to.changedAt()))
                        .update();
        if (rows != 1) {
            throw new Conflict("stale");
        }
        if (!to.particulars().equals(from.particulars())) {
            particulars.put(from.id(), to.particulars());
        }
    }

    Optional<Dossier> find(ApplicationId id) {
        return jdbc.sql("select " + COLUMNS + " from application where id = :id")
                .param("id", id.value())
                .query(this::dossier)
                .optional()
                .map(bare ->
                        DossierHash.sealed(bare.with(papers(id), letters.of(id), steps.of(id))));
    }

    /** What was handed in under an entry that another now stands for stays as it was decided. */
    void keepEntry(PersonId gone) {
        jdbc.sql(
                        """
                        update application set entered_as = person
                        where person = :gone and entered_as is null
                        """)
                .param("gone", gone.value())
                .update();
    }

    /** The entry stands for itself again. */
    void forgetEntry(PersonId own) {
        jdbc.sql(
                        """
                        update application set entered_as = null
                        where person = :own and entered_as = :own
                        """)
                .param("own", own.value())
                .update();
    }

    /** Locks the row until the transaction ends; false when it has another version. */
    boolean lock(ApplicationId id, int version) {
        return jdbc.sql(
                        """
                        select version from application
                        where id = :id and version = :version for update
                        """)
                .param("id", id.value())
                .param("version", version)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<ApplicationId> openOf(PersonId person, CertificateType type) {
        return jdbc.sql(
                        """
                        select id from application where person = :person and type = :type
                            and state not in ('RECEIVED', 'REJECTED', 'WITHDRAWN')
                            and (type = 'INDIVIDUAL' or (state = 'DRAFT' and number = ''))
                        """)
                .param("person", person.value())
                .param("type", type.name())
                .query((row, n) -> new ApplicationId(row.getObject("id", UUID.class)))
                .optional();
    }

    List<ApplicationSummary> ofPerson(PersonId person) {
        return jdbc.sql(
                        "select "
                                + SUMMARY
                                + " from application where person = :person"
                                + " order by created_at desc, id limit 100")
                .param("person", person.value())
                .query(Applications::summary)
                .list();
    }

    List<ApplicationSummary> inStates(
            Set<ApplicationState> states,
            String text,
            @Nullable ApplicationSummary after,
            int limit) {
        String pattern = "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%";
        return jdbc.sql(
                        "select "
                                + SUMMARY
                                + """
                                 from application
                                where state = any (:states)
                                  and (:text = '%%' or lower(display_name) like :text
                                       or lower(number) like :text)
                                  and (cast(:afterAt as timestamptz) is null
                                       or (queued_at, id)
                                          > (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                                order by queued_at, id
                                limit :limit
                                """)
                .param("states", names(states))
                .param("text", pattern)
                .param("afterAt", after == null ? null : at(after.queuedAt()))
                .param("afterId", after == null ? null : after.id().value())
                .param("limit", limit)
                .query(Applications::summary)
                .list();
    }

    int count(Set<ApplicationState> states) {
        return jdbc.sql("select count(*) from application where state = any (:states)")
                .param("states", names(states))
                .query(Integer.class)
                .single();
    }

    void putPaper(ApplicationId id, DossierPaper paper) {
        jdbc.sql(
                        """
                        insert into application_paper
                            (application, item, file, name, media_type, pages, signed, sha256,
                             added_at)
                        values (:application, :item, :file, :name, :mediaType, :pages, :signed,
                            :sha256, :addedAt)
                        on conflict (tenant, application, item) do update set
                            file = excluded.file, name = excluded.name,
                            media_type = excluded.media_type, pages = excluded.pages,
                            signed = excluded.signed, sha256 = excluded.sha256,
                            added_at = excluded.added_at
                        """)
                .param("application", id.value())
                .param("item", paper.item())
                .param("file", paper.file().value())
                .param("name", paper.name())
                .param("mediaType", paper.mediaType())
                .param("pages", paper.pages())
                .param("signed", paper.signed())
                .param("sha256", paper.sha256())
                .param("addedAt", at(paper.addedAt()))
                .update();
    }

    void dropPaper(ApplicationId id, String item) {
        jdbc.sql("delete from application_paper where application = :id and item = :item")
                .param("id", id.value())
                .param("item", item)
                .update();
    }

    private List<DossierPaper> papers(ApplicationId id) {
        return jdbc.sql(
                        """
                        select item, file, name, media_type, pages, signed, sha256, added_at
                        from application_paper where application = :id order by item
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new DossierPaper(
                                row.getString("item"),
                                new FileId(row.getObject("file", UUID.class)),
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getInt("pages"),
                                row.getBoolean("signed"),
                                row.getString("sha256"),
                                requiredInstant(row, "added_at")))
                .list();
    }

    private Dossier dossier(ResultSet row, int n) throws SQLException {
        ApplicationId id = new ApplicationId(row.getObject("id", UUID.class));
        return new Dossier(
                id,
                row.getString("number"),
                row.getInt("version"),
                ApplicationState.valueOf(row.getString("state")),
                CertificateType.valueOf(row.getString("type")),
                set(row, "uses", IntendedUse::valueOf),
                row.getString("regulation_id"),
                row.getString("regulation_hash"),
                new ApplicantFacts(
                        new PersonId(row.getObject("person", UUID.class)),
                        new PersonId(row.getObject("entered_as", UUID.class)),
                        row.getString("display_name"),
                        row.getString("name_only"),
                        EmploymentClass.valueOf(row.getString("employment_class")),
                        unseal(id, row.getBytes("nip_sealed")),
                        row.getString("masked_nik"),
                        new AgencyId(row.getObject("agency", UUID.class)),
                        row.getString("agency_name"),
                        row.getString("post"),
                        row.getString("rank")),
                row.getString("official_email"),
                instant(row, "email_confirmed_at"),
                set(row, "duties", Duty::valueOf),
                row.getString("purpose"),
                particulars.of(id),
                List.of(),
                List.of(),
                instant(row, "declared_at"),
                row.getString("declaration_sha256"),
                requiredInstant(row, "created_at"),
                requiredInstant(row, "changed_at"),
                List.of(),
                "");
    }

    static ApplicationSummary summary(ResultSet row, int n) throws SQLException {
        return new ApplicationSummary(
                new ApplicationId(row.getObject("id", UUID.class)),
                row.getString("number"),
                ApplicationState.valueOf(row.getString("state")),
                CertificateType.valueOf(row.getString("type")),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("display_name"),
                row.getString("agency_name"),
                requiredInstant(row, "created_at"),
                requiredInstant(row, "changed_at"),
                requiredInstant(row, "queued_at"),
                row.getInt("version"));
    }

    private byte @Nullable [] seal(Dossier dossier) {
        String nip = dossier.applicant().nip();
        return nip == null
                ? null
                : seals.seal(
                        KeyPurpose.PERSONAL,
                        government(),
                        nip.getBytes(StandardCharsets.US_ASCII),
                        "application:" + dossier.id());
    }

    private @Nullable String unseal(ApplicationId id, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : new String(
                        seals.open(KeyPurpose.PERSONAL, government(), sealed, "application:" + id),
                        StandardCharsets.US_ASCII);
    }

    private LocalGovernmentId government() {
        return transactions.current();
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> reader)
            throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(reader)
                .collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
