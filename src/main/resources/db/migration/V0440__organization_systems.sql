-- The register of electronic systems: whose they are, where they answer, and who is responsible from when to when.
create table electronic_system (
    tenant        uuid not null default current_tenant() references local_government (id),
    id            uuid not null,
    agency        uuid not null,
    name          text not null,
    category      text not null check (category in ('STRATEGIC', 'HIGH', 'LOW')),
    registered_at timestamptz not null,
    retired_on    date,
    version       integer not null default 0,
    primary key (tenant, id),
    foreign key (tenant, agency) references agency (tenant, id)
);
create unique index electronic_system_name on electronic_system (tenant, agency, lower(name));
call tenant_table('electronic_system');

-- A host belongs to one system, so that no other asks for a certificate over it.
create table electronic_system_host (
    tenant uuid not null default current_tenant(),
    host   text not null check (host = lower(host)),
    system uuid not null,
    primary key (tenant, host),
    foreign key (tenant, system) references electronic_system (tenant, id)
);
create index electronic_system_host_of on electronic_system_host (tenant, system);
call tenant_table('electronic_system_host');

create table system_responsible (
    tenant   uuid not null default current_tenant(),
    id       uuid not null,
    system   uuid not null,
    person   uuid not null,
    decree   text not null,
    from_on  date not null,
    until_on date,
    primary key (tenant, id),
    foreign key (tenant, system) references electronic_system (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    check (until_on >= from_on)
);
create unique index system_responsible_open on system_responsible (tenant, system) where until_on is null;
create index system_responsible_by_person on system_responsible (tenant, person);
call tenant_table('system_responsible');
