-- The first run: a recorded ceremony that stops by itself.

create table ceremony (
    id               uuid        primary key,
    token_hash       bytea       not null,      -- of the one-time link; another with every start
    government       uuid        not null,      -- chosen at the beginning, created in the first step
    step             text        not null,
    standing         text,
    standing_number  text,
    standing_reason  text,
    standing_on      date,
    root_sha256      text,
    issuing_sha256   text,
    minutes          uuid,
    started_at       timestamptz not null,
    completed_at     timestamptz
);
call tenantless_table('ceremony', 'it begins before there is a local government');

create table ceremony_record (
    ceremony    uuid        not null references ceremony (id),
    position    bigint      generated always as identity,
    what        text        not null,
    detail      text        not null,
    done_at     timestamptz not null,
    primary key (ceremony, position)
);
call tenantless_table('ceremony_record', 'what was done in a ceremony that begins before there is a local government');

create table ceremony_member (
    tenant       uuid        not null default current_tenant(),
    ceremony     uuid        not null,
    person       uuid        not null,
    post         text        not null check (post in ('HEAD', 'OFFICER')),
    decree       text        not null,
    serial       text,
    certified_at timestamptz,
    primary key (tenant, person),
    foreign key (tenant, person) references person (tenant, id)
);
call tenant_table('ceremony_member');
