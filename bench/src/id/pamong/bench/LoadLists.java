package id.pamong.bench;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.PersonId;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * What the lists beside people, cases and certificates hold: things of the reader, files of the
 * counter, posts, systems, batches, accounts, roles and similar pairs. By SQL, without what lists
 * do not read.
 */
final class LoadLists {
    private LoadLists() {}

    /** The reader's own: more of each than a person ever has. */
    static void own(ApplicationContext context, Connection owner, LocalGovernmentId government, PersonId reader)
            throws Exception {
        context.getBean(Notifications.class)
                .tell(government, reader, "identity.claim-code", Map.of("code", "UJI", "minutes", "15"), "/beranda", List.of());
        try (Statement statement = owner.createStatement()) {
            run(statement, """
                    insert into inbox_message (tenant, id, person, message_key, arguments, path, created_at, read_at)
                    select m.tenant, gen_random_uuid(), m.person, m.message_key, m.arguments, m.path,
                        now() - n * interval '1 hour', case when n %% 3 = 0 then now() end
                    from (select * from inbox_message where tenant = '%1$s' and person = '%2$s' limit 1) m, generate_series(1, 500) n
                    """, government, reader);
            run(statement, """
                    update application set person = '%2$s' where id in (select id from application
                        where tenant = '%1$s' and state = 'RECEIVED' order by id limit 60)
                    """, government, reader);
            run(statement, """
                    update certificate set person = '%2$s' where id in (select id from certificate
                        where tenant = '%1$s' order by id limit 60)
                    """, government, reader);
            run(statement, """
                    insert into signing_letter (tenant, id, owner, state, file_name, original, original_size, page_sizes, duty,
                        number, subject, page, from_left, from_top, width, height, token, created_at, signed, signed_sha256,
                        mark, signed_at, signer_name, signer_post, signer_agency, certificate_sha256, authority, standing)
                    select '%1$s', gen_random_uuid(), '%2$s', 'SIGNED', 'surat-' || n || '.pdf', gen_random_uuid(), 1000,
                        '595.0x842.0', 'OFFICIAL_LETTER', '800/' || n, 'Undangan rapat ' || n, 1, 50, 50, 200, 80, md5(random()::text),
                        now() - n * interval '3 hours', gen_random_uuid(), md5(n::text), md5(random()::text),
                        now() - n * interval '3 hours', 'Uji', 'Guru', 'Dinas Uji', md5(n::text), 'Pamong CA uji', 'TRIAL'
                    from generate_series(1, 3000) n
                    """, government, reader);
        }
    }

    /** The office's. */
    static void office(Connection owner, LocalGovernmentId government) throws Exception {
        try (Statement statement = owner.createStatement()) {
            run(statement, """
                    insert into counter_file (tenant, id, number, person, application, state, brought_by, receipt, received_at)
                    select tenant, gen_random_uuid(), 'TTB/' || n, id, null,
                        (array['RECEIVED', 'SCANNED', 'DIVIDED', 'KEYED', 'CERTIFIED', 'SUBMITTED', 'SUBMITTED'])[1 + n %% 7], '',
                        gen_random_uuid(), now() - n * interval '20 minutes'
                    from (select tenant, id, row_number() over (order by id) as n from person
                          where tenant = '%1$s' order by id limit 5000) p
                    """, government);
            run(statement, """
                    insert into post (tenant, id, role, agency, leads, title)
                    select a.tenant, gen_random_uuid(), 'OTHER', a.id, false, 'Sekretaris Bidang ' || n
                    from agency a, generate_series(1, 35) n where a.tenant = '%1$s'
                    """, government);
            run(statement, """
                    insert into post_holding (tenant, id, post, person, kind, title, decree, from_on)
                    select o.tenant, gen_random_uuid(), o.id, p.id, 'DEFINITIVE', o.title, '800/' || o.n, date '2024-01-02'
                    from (select *, row_number() over (order by id) as n from post where tenant = '%1$s' and role = 'OTHER') o
                    join (select id, row_number() over (order by id) as n from person where tenant = '%1$s') p on p.n = o.n
                    """, government);
            run(statement, """
                    insert into electronic_system (tenant, id, agency, name, category, registered_at)
                    select a.tenant, gen_random_uuid(), a.id, 'Sistem Layanan ' || n, 'LOW', now()
                    from agency a, generate_series(1, 15) n where a.tenant = '%1$s'
                    """, government);
            run(statement, """
                    insert into electronic_system_host (tenant, host, system)
                    select tenant, 's' || row_number() over (order by id) || '.uji1.go.id', id from electronic_system where tenant = '%1$s'
                    """, government);
            run(statement, """
                    insert into collective_batch (tenant, id, agency, agency_name, title, prepared_by, created_at)
                    select a.tenant, gen_random_uuid(), a.id, a.name, 'Usulan ' || n,
                        (select id from person where tenant = '%1$s' limit 1), now() - n * interval '5 hours'
                    from agency a, generate_series(1, 5) n where a.tenant = '%1$s'
                    """, government);
            run(statement, """
                    insert into collective_member (tenant, application, batch)
                    select '%1$s', x.id, b.id
                    from (select id, row_number() over (order by id) as n from application where tenant = '%1$s'
                          and state <> 'RECEIVED') x
                    join (select id, row_number() over (order by id) as n from collective_batch where tenant = '%1$s') b
                        on b.n = 1 + x.n %% 300
                    """, government);
            run(statement, """
                    insert into person_pair (tenant, id, one, other, likeness, found_at)
                    select '%1$s', gen_random_uuid(), p.id, q.id, '{NAME_AND_BIRTH}', now() - p.n * interval '1 minute'
                    from (select id, row_number() over (order by id) as n from person where tenant = '%1$s' order by id limit 4000) p
                    join (select id, row_number() over (order by id) as n from person where tenant = '%1$s' order by id limit 4001) q
                        on q.n = p.n + 1
                    """, government);
            run(statement, """
                    insert into account (tenant, id, person, password_hash, password_changed_at, means_changed_at, claimed_at)
                    select p.tenant, gen_random_uuid(), p.id, '-', now(), now(), now() - n * interval '1 minute'
                    from (select tenant, id, row_number() over (order by id) as n from person where tenant = '%1$s'
                          and id not in (select person from account where tenant = '%1$s') order by id limit 40000) p
                    """, government);
            run(statement, """
                    insert into role_grant (tenant, id, person, role, granted_at)
                    select tenant, gen_random_uuid(), person, 'MAIL_ADMINISTRATOR', claimed_at
                    from account where tenant = '%1$s' order by id limit 1000 on conflict do nothing
                    """, government);
            run(statement, """
                    insert into mailbox_request (tenant, id, code, person, asked_at, proposed, proposed_at)
                    select tenant, gen_random_uuid(), upper(lpad(to_hex(n), 8, '0')), id, now() - n * interval '1 minute',
                        case when n %% 3 = 0 then 'uji' || n || '@uji1.go.id' end, case when n %% 3 = 0 then now() end
                    from (select tenant, id, row_number() over (order by id) as n from person
                          where tenant = '%1$s' order by id limit 5000) p
                    """, government);
            run(statement, """
                    insert into ra_policy (tenant, id, number, title, dated_on, from_on, until_on, file, entered_at)
                    select '%1$s', gen_random_uuid(), '800/OP/' || n, 'Kebijakan bagi mitra ' || n, date '2024-01-02' + n %% 900,
                        date '2024-01-02' + n %% 900, case when n %% 2 = 0 then date '2026-12-31' end, gen_random_uuid(), now()
                    from generate_series(1, 2000) n
                    """, government);
            run(statement, """
                    insert into absence (tenant, id, person, from_on, until_on, deputy, letter, entered_at, entered_by)
                    select tenant, gen_random_uuid(), id, date '2024-01-02' + n %% 1100, date '2024-01-06' + n %% 1100, null, '',
                        now(), gen_random_uuid()
                    from (select tenant, id, (row_number() over (order by id))::int as n from person
                          where tenant = '%1$s' order by id limit 20000) p
                    """, government);
            statement.execute("analyze");
        }
    }

    private static void run(Statement statement, String sql, Object... values) throws Exception {
        statement.execute("set session_replication_role = replica");
        statement.execute(sql.formatted(values));
        statement.execute("set session_replication_role = origin");
    }
}
