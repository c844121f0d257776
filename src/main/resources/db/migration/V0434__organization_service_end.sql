-- The end of a service: retirement, death, dismissal, a move outside the government. The posting ends with it.
create table service_end (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    person      uuid        not null,
    kind        text        not null check (kind in ('RETIREMENT', 'DEATH', 'DISMISSAL', 'MOVED_AWAY')),
    last_day    date        not null,
    decree      text        not null,
    decree_on   date        not null,
    reason      text        not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
create index service_end_of_person on service_end (tenant, person, last_day desc);
call tenant_table('service_end');
