-- The officers' desk: who has a case, what was noted, what was decided (MDN-11).

create table verification (
    tenant         uuid        not null default current_tenant(),
    application    uuid        not null,
    claim          uuid,
    officer        uuid,
    claimed_at     timestamptz,
    claimed_until  timestamptz,
    dossier_sha256 text        not null,
    outcome        text,
    reason_codes   text[]      not null default '{}',
    reason_texts   text[]      not null default '{}',
    saved_at       timestamptz,
    primary key (tenant, application),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, officer) references person (tenant, id),
    check ((claim is null) = (officer is null)
        and (claim is null) = (claimed_at is null) and (claim is null) = (claimed_until is null))
);
create index verification_by_officer on verification (tenant, officer, claimed_until);
call tenant_table('verification');

-- Answers belong to the dossier as it was; an edited one is checked again.
create table verification_check (
    tenant         uuid        not null default current_tenant(),
    application    uuid        not null,
    dossier_sha256 text        not null,
    check_group    text        not null,
    result         text,
    note           text        not null,
    officer        uuid        not null,
    answered_at    timestamptz not null,
    primary key (tenant, application, dossier_sha256, check_group),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, officer) references person (tenant, id)
);
call tenant_table('verification_check');

create table registration_decision (
    tenant             uuid        not null default current_tenant(),
    id                 uuid        not null,
    application        uuid        not null,
    dossier_sha256     text        not null,
    outcome            text        not null check (outcome in ('APPROVED', 'RETURNED', 'REJECTED')),
    officer            uuid        not null,
    certificate_serial text        not null,
    decided_at         timestamptz not null,
    statement_sha256   text        not null,
    statement          uuid        not null,
    signature          uuid        not null,
    answer_number      text        not null,
    answer             uuid        not null,
    voided_at          timestamptz,
    primary key (tenant, id),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, officer) references person (tenant, id),
    foreign key (tenant, statement) references stored_file (tenant, id),
    foreign key (tenant, signature) references stored_file (tenant, id),
    foreign key (tenant, answer) references stored_file (tenant, id)
);
-- One decision on one dossier: a second press of the button makes no second one.
create unique index registration_decision_once
    on registration_decision (tenant, application, dossier_sha256);
create index registration_decision_by_application
    on registration_decision (tenant, application, decided_at);
call tenant_table('registration_decision');

-- An identity number shown in clear, to whom and why; it is shown for a few minutes.
create table identity_disclosure (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    application uuid        not null,
    officer     uuid        not null,
    reason      text        not null,
    shown_at    timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, officer) references person (tenant, id)
);
create index identity_disclosure_by_application
    on identity_disclosure (tenant, application, officer, shown_at);
call tenant_table('identity_disclosure');
