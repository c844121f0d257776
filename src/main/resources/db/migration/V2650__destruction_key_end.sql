-- What became of the private key after its certificate ended (MDN-17f, CJR-18f). The id is the certificate's.
create table key_end (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    ended_at    timestamptz not null,
    -- Destroyed by the program, or stated by the owner, by this day; null where the key is kept for reading.
    due_on      date,
    reminded_at timestamptz,
    done_at     timestamptz,
    done_by     text check (done_by in ('PROGRAM', 'OWNER')),
    means       text check (means in ('SEALED', 'FILE', 'TOKEN', 'HOST')),
    number      text,
    file        uuid,
    primary key (tenant, id),
    foreign key (tenant, id) references certificate (tenant, id),
    constraint key_end_done_whole check ((done_at is null) = (done_by is null) and (done_at is null) = (means is null)
        and (done_at is null) = (number is null) and (done_at is null) = (file is null))
);
create index key_end_list on key_end (tenant, ended_at, id);
create index key_end_due on key_end (tenant, due_on) where done_at is null;
call tenant_table('key_end');
