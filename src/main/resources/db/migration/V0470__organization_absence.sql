-- Leave of people with who stands in for them, and how long things may wait before someone is reminded.

create table absence (
    tenant     uuid        not null default current_tenant(),
    id         uuid        not null,
    person     uuid        not null,
    from_on    date        not null,
    until_on   date        not null,
    deputy     uuid,
    letter     text        not null,
    entered_at timestamptz not null,
    entered_by uuid        not null,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, deputy) references person (tenant, id),
    check (until_on >= from_on - 1),
    check (deputy <> person)
);
comment on column absence.until_on is 'the day before the first one when it was called off before it began';
create index absence_of_person on absence (tenant, person, from_on);
create index absence_by_deputy on absence (tenant, deputy);
call tenant_table('absence');

create table waiting_time (
    tenant        uuid        not null default current_tenant(),
    claim_minutes int         not null check (claim_minutes between 5 and 480),
    remind_days   int         not null check (remind_days between 1 and 60),
    escalate_days int         not null check (escalate_days between 1 and 120),
    changed_at    timestamptz not null,
    changed_by    uuid        not null,
    primary key (tenant),
    check (escalate_days > remind_days)
);
call tenant_table('waiting_time');
