-- What the type of the certificate or the class of the applicant asks for besides (MDN-10(4)c, 10(5); CJR-8(1)c).
create table application_position (
    tenant             uuid not null default current_tenant(),
    application        uuid not null,
    kind               text not null check (kind in ('POST', 'AUTHORITY', 'ORGANISATION')),
    name               text not null,
    decree_number      text not null,
    decree_on          date,
    decree_post        text not null,
    decree_from        date,
    decree_until       date,
    designation_number text not null,
    designation_on     date,
    designation_for    text not null,
    designation_until  date,
    primary key (tenant, application),
    foreign key (tenant, application) references application (tenant, id)
);
call tenant_table('application_position');

create table application_system (
    tenant      uuid   not null default current_tenant(),
    application uuid   not null,
    system      uuid,
    system_name text   not null,
    hosts       text[] not null,
    request     text   not null,
    key_sha256  text   not null,
    primary key (tenant, application),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, system) references electronic_system (tenant, id)
);
create index application_system_by_key on application_system (tenant, key_sha256) where key_sha256 <> '';
comment on column application_system.request is 'PKCS#10, DER in Base64; empty while none was uploaded';
call tenant_table('application_system');

create table application_sponsorship (
    tenant        uuid not null default current_tenant(),
    application   uuid not null,
    policy        uuid,
    policy_number text not null,
    sponsor       uuid,
    sponsor_name  text not null,
    until_on      date,
    primary key (tenant, application),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, policy) references ra_policy (tenant, id),
    foreign key (tenant, sponsor) references agency (tenant, id)
);
call tenant_table('application_sponsorship');

-- A person may have several posts and answer for several systems: only the draft that was never submitted is one.
drop index application_open;
create unique index application_open on application (tenant, person, type)
    where type = 'INDIVIDUAL' and state not in ('RECEIVED', 'REJECTED', 'WITHDRAWN');
create unique index application_first_draft on application (tenant, person, type)
    where type <> 'INDIVIDUAL' and state = 'DRAFT' and number = '';
