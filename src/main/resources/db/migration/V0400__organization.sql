-- The local governments of the installation, their agencies, people, posts, heads and superiors.

create table local_government (
    id               uuid primary key,
    slug             text        not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
    name             text        not null,
    kind             text        not null,
    place            text        not null,
    head_title       text        not null,
    deputy_title     text        not null,
    province         text        not null,
    region_code      text        not null,
    zone             text        not null,
    regulation_id    text        not null,
    ra_office_agency uuid,
    mail_domains     text[]      not null,
    accent           text        not null,
    address          text[]      not null,
    created_at       timestamptz not null
);
call tenantless_table('local_government', 'it is the list of the local governments itself');

create table agency (
    tenant    uuid not null default current_tenant() references local_government (id),
    id        uuid not null,
    code      text not null,
    name      text not null,
    head_post text not null,
    parent    uuid,
    primary key (tenant, id),
    unique (tenant, code),
    foreign key (tenant, parent) references agency (tenant, id)
);
call tenant_table('agency');

create table person (
    tenant             uuid    not null default current_tenant() references local_government (id),
    id                 uuid    not null,
    title_before       text    not null,
    name               text    not null,
    title_after        text    not null,
    employment_class   text    not null,
    nik_sealed         bytea   not null,
    nik_index          bytea   not null,
    nip_sealed         bytea,
    nip_index          bytea,
    official_email     text,
    email_confirmed_at timestamptz,
    rank               text    not null,
    version            integer not null default 0,
    primary key (tenant, id),
    unique (tenant, nik_index),
    unique (tenant, nip_index),
    unique (tenant, official_email)
);
create index person_by_name on person (tenant, lower(name), id);
call tenant_table('person');

create table posting (
    tenant   uuid not null default current_tenant(),
    id       uuid not null,
    person   uuid not null,
    agency   uuid not null,
    post     text not null,
    from_on  date not null,
    until_on date,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, agency) references agency (tenant, id),
    check (until_on >= from_on)
);
create unique index posting_open on posting (tenant, person) where until_on is null;
create index posting_by_agency on posting (tenant, agency);
call tenant_table('posting');

create table headship (
    tenant   uuid not null default current_tenant(),
    id       uuid not null,
    agency   uuid not null,
    person   uuid not null,
    kind     text not null,
    title    text not null,
    decree   text not null,
    from_on  date not null,
    until_on date,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, agency) references agency (tenant, id),
    check (until_on >= from_on)
);
create unique index headship_open on headship (tenant, agency, kind) where until_on is null;
create index headship_by_person on headship (tenant, person);
call tenant_table('headship');

create table reporting_line (
    tenant   uuid not null default current_tenant(),
    id       uuid not null,
    person   uuid not null,
    superior uuid not null,
    from_on  date not null,
    until_on date,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, superior) references person (tenant, id),
    check (person <> superior),
    check (until_on >= from_on)
);
create unique index reporting_line_open on reporting_line (tenant, person) where until_on is null;
create index reporting_line_by_superior on reporting_line (tenant, superior);
call tenant_table('reporting_line');

-- A file of people between its dry run and its import: sealed, erased by the import or after a day.
create table people_file (
    tenant     uuid        not null default current_tenant(),
    id         uuid        not null,
    file_name  text        not null,
    sealed     bytea       not null,
    uploaded_by uuid       not null,
    uploaded_at timestamptz not null,
    primary key (tenant, id)
);
call tenant_table('people_file');
