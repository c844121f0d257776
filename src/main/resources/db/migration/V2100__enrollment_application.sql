-- Applications for certificates and their dossiers (MDN-10).

create table application (
    tenant             uuid        not null default current_tenant(),
    id                 uuid        not null,
    number             text        not null,
    person             uuid        not null,
    type               text        not null,
    state              text        not null,
    version            int         not null,
    regulation_id      text        not null,
    regulation_hash    text        not null references regulation_version (hash),
    uses               text[]      not null,
    duties             text[]      not null,
    purpose            text        not null,
    display_name       text        not null,
    name_only          text        not null,
    employment_class   text        not null,
    nip_sealed         bytea,
    masked_nik         text        not null,
    agency             uuid        not null,
    agency_name        text        not null,
    post               text        not null,
    rank               text        not null,
    official_email     text,
    email_confirmed_at timestamptz,
    declared_at        timestamptz,
    declaration_sha256 text,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, agency) references agency (tenant, id)
);
create index application_by_person on application (tenant, person, created_at desc);
create index application_by_state on application (tenant, state, changed_at, id);
create unique index application_number on application (tenant, number) where number <> '';
-- One open draft or application of a type for a person; a double click does not make two.
create unique index application_open on application (tenant, person, type)
    where state not in ('RECEIVED', 'REJECTED', 'WITHDRAWN');
call tenant_table('application');

create table application_step (
    tenant      uuid        not null default current_tenant(),
    application uuid        not null,
    position    int         not null,
    step        text        not null,
    from_state  text        not null,
    to_state    text        not null,
    taken_at    timestamptz not null,
    primary key (tenant, application, position),
    foreign key (tenant, application) references application (tenant, id)
);
call tenant_table('application_step');

create table application_reason (
    tenant      uuid not null default current_tenant(),
    application uuid not null,
    position    int  not null,
    place       int  not null,
    code        text not null,
    sentence    text not null,
    primary key (tenant, application, position, place),
    foreign key (tenant, application, position)
        references application_step (tenant, application, position)
);
call tenant_table('application_reason');

create table application_paper (
    tenant      uuid        not null default current_tenant(),
    application uuid        not null,
    item        text        not null,
    file        uuid        not null,
    name        text        not null,
    media_type  text        not null,
    pages       int         not null,
    signed      boolean     not null,
    sha256      text        not null,
    added_at    timestamptz not null,
    primary key (tenant, application, item),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, file) references stored_file (tenant, id)
);
call tenant_table('application_paper');

-- Letters are their own things: one cover letter may introduce many applications.
create table endorsement_letter (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    kind        text        not null,
    form        text        not null,
    number      text        not null,
    dated_on    date        not null,
    giver       uuid,
    giver_name  text        not null,
    giver_title text        not null,
    file        uuid        not null,
    sha256      text        not null,
    added_at    timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, giver) references person (tenant, id),
    foreign key (tenant, file) references stored_file (tenant, id)
);
call tenant_table('endorsement_letter');

create table application_letter (
    tenant      uuid        not null default current_tenant(),
    application uuid        not null,
    kind        text        not null,
    letter      uuid        not null,
    linked_at   timestamptz not null,
    primary key (tenant, application, kind),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, letter) references endorsement_letter (tenant, id)
);
create index application_letter_by_letter on application_letter (tenant, letter);
call tenant_table('application_letter');

-- Whom the applicant asked for a letter.
create table letter_request (
    tenant      uuid        not null default current_tenant(),
    application uuid        not null,
    kind        text        not null,
    asked       uuid        not null,
    asked_at    timestamptz not null,
    primary key (tenant, application, kind),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, asked) references person (tenant, id)
);
create index letter_request_by_asked on letter_request (tenant, asked);
call tenant_table('letter_request');
