-- Reports of lost, damaged or inaccessible keys with their papers, and the urgent ways to block (MDN-15(2)-(3)).
create table key_loss_report (
    tenant           uuid        not null default current_tenant(),
    id               uuid        not null,
    number           text        not null,
    person           uuid        not null,
    kind             text        not null check (kind in ('LOST', 'DAMAGED', 'INACCESSIBLE')),
    noticed_at       timestamptz,
    reported_at      timestamptz not null,
    channel          text        not null,
    circumstances    text        not null,
    papers_due       date        not null,
    asked            text[]      not null,
    application      uuid,
    statement_number text,
    statement_file   uuid,
    statement_at     timestamptz,
    acknowledge_asked uuid,
    acknowledged_by  uuid,
    acknowledged_at  timestamptz,
    authority_kind   text,
    authority_number text,
    authority_on     date,
    authority_office text,
    authority_file   uuid,
    primary key (tenant, id),
    unique (tenant, number),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, application) references application (tenant, id),
    check ((statement_file is null) = (statement_at is null)),
    check ((authority_file is null) = (authority_on is null))
);
create index key_loss_report_of_person on key_loss_report (tenant, person, reported_at desc);
create index key_loss_report_by_time on key_loss_report (tenant, reported_at, id);
create index key_loss_report_of_application on key_loss_report (tenant, application) where application is not null;
create index key_loss_report_acknowledge on key_loss_report (tenant, acknowledge_asked) where acknowledged_at is null;
call tenant_table('key_loss_report');

create table key_loss_case (
    tenant     uuid not null default current_tenant(),
    report     uuid not null,
    revocation uuid not null,
    primary key (tenant, report, revocation),
    foreign key (tenant, report) references key_loss_report (tenant, id),
    foreign key (tenant, revocation) references revocation_case (tenant, id)
);
call tenant_table('key_loss_case');

-- One-time links to a proved mailbox. Only a keyed hash of the token is kept.
create table urgent_link (
    tenant     uuid        not null default current_tenant(),
    hash       bytea       not null,
    person     uuid        not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant, hash),
    foreign key (tenant, person) references person (tenant, id)
);
create index urgent_link_of_person on urgent_link (tenant, person, sent_at);
call tenant_table('urgent_link');

-- Emergency codes on paper; a new one ends the one before. Only a keyed hash is kept.
create table emergency_code (
    tenant  uuid        not null default current_tenant(),
    person  uuid        not null,
    hash    bytea       not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant, person),
    unique (tenant, hash),
    foreign key (tenant, person) references person (tenant, id)
);
call tenant_table('emergency_code');
