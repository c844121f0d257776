-- Decisions on many applications, signed once over a list of their hashes (MDN-11(2), 11(3)).

create table decision_list (
    tenant             uuid        not null default current_tenant(),
    id                 uuid        not null,
    batch              uuid        not null,
    officer            uuid        not null,
    account            uuid        not null,
    certificate_serial text        not null,
    decided_at         timestamptz not null,
    manifest           uuid        not null,
    manifest_sha256    text        not null,
    signature          uuid        not null,
    answer_number      text        not null,
    answer             uuid,
    settled_at         timestamptz,
    primary key (tenant, id),
    foreign key (tenant, batch) references collective_batch (tenant, id),
    foreign key (tenant, officer) references person (tenant, id),
    foreign key (tenant, manifest) references stored_file (tenant, id),
    foreign key (tenant, signature) references stored_file (tenant, id),
    foreign key (tenant, answer) references stored_file (tenant, id)
);
create index decision_list_by_batch on decision_list (tenant, batch, decided_at desc);
create index decision_list_unsettled on decision_list (tenant, decided_at) where settled_at is null;
call tenant_table('decision_list');

-- One line of a list. It waits until its decision is carried out, or falls out with a reason.
create table decision_list_entry (
    tenant           uuid   not null default current_tenant(),
    list             uuid   not null,
    position         int    not null,
    application      uuid   not null,
    dossier_version  int    not null,
    dossier_sha256   text   not null,
    outcome          text   not null check (outcome in ('APPROVED', 'RETURNED', 'REJECTED')),
    reason_codes     text[] not null,
    reason_texts     text[] not null,
    statement        uuid   not null,
    statement_sha256 text   not null,
    state            text   not null default 'WAITING' check (state in ('WAITING', 'DECIDED', 'DROPPED')),
    why              text,
    primary key (tenant, list, position),
    unique (tenant, list, application),
    foreign key (tenant, list) references decision_list (tenant, id),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, statement) references stored_file (tenant, id),
    check ((state = 'DROPPED') = (why is not null))
);
create index decision_list_entry_waiting on decision_list_entry (tenant, list, position) where state = 'WAITING';
call tenant_table('decision_list_entry');

-- A decision of a list has the list's signature, and its answer is written when the list is settled.
alter table registration_decision add column list uuid;
alter table registration_decision add foreign key (tenant, list) references decision_list (tenant, id);
alter table registration_decision alter column answer drop not null;
alter table registration_decision add constraint registration_decision_answer_check
    check (answer is not null or list is not null);
