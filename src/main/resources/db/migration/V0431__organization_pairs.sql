-- Entries that may be one person, and what was decided of them.

create table person_pair (
    tenant     uuid        not null default current_tenant(),
    id         uuid        not null,
    one        uuid        not null,
    other      uuid        not null,
    likeness   text[]      not null,
    found_at   timestamptz not null default now(),
    state      text        not null default 'OPEN' check (state in ('OPEN', 'APART', 'MERGED')),
    decided_at timestamptz,
    decided_by uuid,
    reason     text        not null default '',
    primary key (tenant, id),
    unique (tenant, one, other),
    foreign key (tenant, one) references person (tenant, id),
    foreign key (tenant, other) references person (tenant, id),
    check (one <> other),
    check ((state = 'OPEN') = (decided_at is null))
);
create index person_pair_open on person_pair (tenant, found_at, id) where state = 'OPEN';
create index person_pair_of_one on person_pair (tenant, other);
call tenant_table('person_pair');

-- A merge and every reference that it moved, so that it can be taken back.
create table person_merge (
    tenant     uuid        not null default current_tenant(),
    id         uuid        not null,
    kept       uuid        not null,
    gone       uuid        not null,
    merged_at  timestamptz not null,
    merged_by  uuid        not null,
    reason     text        not null,
    undone_at  timestamptz,
    undone_by  uuid,
    undone_why text        not null default '',
    primary key (tenant, id),
    check (kept <> gone)
);
create unique index person_merge_in_force on person_merge (tenant, gone) where undone_at is null;
create index person_merge_of_kept on person_merge (tenant, kept);
call tenant_table('person_merge');
comment on table person_merge is 'without foreign keys to person, so that a later merge does not rewrite what an earlier one was';

create table person_merge_move (
    tenant      uuid  not null default current_tenant(),
    merge       uuid  not null,
    position    int   not null,
    table_name  text  not null,
    column_name text  not null,
    row_key     jsonb not null,
    before      jsonb not null default '{}',
    primary key (tenant, merge, position),
    foreign key (tenant, merge) references person_merge (tenant, id)
);
call tenant_table('person_merge_move');
comment on column person_merge_move.row_key is 'primary key of the row without its tenant';
comment on column person_merge_move.before is 'dates that were closed together with the move';
