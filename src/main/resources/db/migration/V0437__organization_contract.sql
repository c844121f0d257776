-- Contracts of PPPK: the latest entry of a person counts; an extension or a correction is a new entry.
create table contract (
    tenant       uuid        not null default current_tenant(),
    id           uuid        not null,
    person       uuid        not null,
    until_on     date        not null,
    decree       text        not null,
    decree_on    date        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    -- When it was told that it is over: the day after its last day, once.
    announced_at timestamptz,
    -- A later entry took its place.
    replaced_at  timestamptz,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
comment on column contract.recorded_by is 'account';
create unique index contract_current on contract (tenant, person) where replaced_at is null;
create index contract_of_person on contract (tenant, person, recorded_at desc);
create index contract_by_end on contract (tenant, until_on) where replaced_at is null;
call tenant_table('contract');

create table contract_warning (
    tenant   uuid        not null default current_tenant(),
    contract uuid        not null,
    days     int         not null,
    told_at  timestamptz not null,
    primary key (tenant, contract, days),
    foreign key (tenant, contract) references contract (tenant, id)
);
call tenant_table('contract_warning');
