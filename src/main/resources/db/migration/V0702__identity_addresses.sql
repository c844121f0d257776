-- Failed tries by network address and by what was tried there. A later success from the same address takes its own failures away, so an
-- office full of people who mistype and then get in is not taken for a guesser.

create table address_try (
    tenant   uuid        not null default current_tenant(),
    kind     text        not null,
    address  bytea       not null,
    subject  bytea       not null,
    failures int         not null,
    last_at  timestamptz not null,
    primary key (tenant, kind, address, subject)
);
call tenant_table('address_try');
create index address_try_window on address_try (tenant, kind, address, last_at);

-- Networks of offices, where many people share one address.
create table office_network (
    tenant   uuid        not null default current_tenant(),
    id       uuid        not null,
    network  cidr        not null,
    label    text        not null,
    added_at timestamptz not null,
    added_by uuid        not null,
    primary key (tenant, id),
    unique (tenant, network)
);
call tenant_table('office_network');
