-- Revocation cases with their steps and the proof that OCSP and CRL show it (MDN-15(1), CJR-16(1)).
create table revocation_case (
    tenant           uuid        not null default current_tenant(),
    id               uuid        not null,
    number           text        not null,
    certificate      uuid        not null,
    person           uuid        not null,
    origin           text        not null check (origin in ('OWNER', 'RA', 'CA')),
    ground           text        not null,
    emergency        boolean     not null,
    explanation      text        not null,
    invalid_since    timestamptz,
    state            text        not null,
    version          int         not null default 0,
    opened_at        timestamptz not null,
    opened_by        uuid,
    object_until     date,
    authority_answer text,
    authority_tries  int         not null default 0,
    -- When the certification authority is to be asked next; null while nothing waits for it.
    next_try_at      timestamptz,
    changed_at       timestamptz not null,
    primary key (tenant, id),
    unique (tenant, number),
    foreign key (tenant, certificate) references certificate (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
create unique index revocation_case_open on revocation_case (tenant, certificate)
    where state not in ('CONFIRMED', 'RELEASED', 'DISMISSED', 'LAPSED');
create index revocation_case_of_person on revocation_case (tenant, person, opened_at desc);
create index revocation_case_by_opening on revocation_case (tenant, opened_at, id);
create index revocation_case_due on revocation_case (tenant, next_try_at) where next_try_at is not null;
call tenant_table('revocation_case');

create table revocation_step (
    tenant   uuid        not null default current_tenant(),
    revocation uuid      not null,
    position int         not null,
    at       timestamptz not null,
    step     text        not null,
    to_state text        not null,
    by_person uuid,
    note     text        not null,
    primary key (tenant, revocation, position),
    foreign key (tenant, revocation) references revocation_case (tenant, id)
);
call tenant_table('revocation_step');

create table revocation_proof (
    tenant     uuid        not null default current_tenant(),
    revocation uuid        not null,
    kind       text        not null check (kind in ('OCSP', 'CRL')),
    sha256     text        not null,
    content    bytea       not null,
    shown_at   timestamptz not null,
    primary key (tenant, revocation, kind),
    foreign key (tenant, revocation) references revocation_case (tenant, id)
);
call tenant_table('revocation_proof');

-- How the certification authority is reached in an emergency, as the head of the RA office keeps it.
create table authority_contact (
    tenant     uuid        not null default current_tenant(),
    name       text        not null,
    phone      text        not null,
    email      text        not null,
    hours      text        not null,
    changed_at timestamptz not null,
    changed_by uuid        not null,
    primary key (tenant)
);
call tenant_table('authority_contact');
