-- What gives the office and its officers their right to verify and decide (MDN-3(3), 18(2), 20(1)).

create table officer_appointment (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    person      uuid        not null,
    post        text        not null check (post in ('OFFICER', 'HEAD')),
    decree      text        not null,
    decreed_on  date        not null,
    begins_on   date        not null,
    ends_on     date,
    recorded_at timestamptz not null default now(),
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
create index officer_appointment_by_person on officer_appointment (tenant, person, post, begins_on);
call tenant_table('officer_appointment');

create table ra_mandate (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    kind        text        not null check (kind in ('RA_APPOINTMENT', 'CA_AGREEMENT')),
    authority   text        not null,
    number      text        not null,
    dated_on    date        not null,
    begins_on   date        not null,
    ends_on     date,
    recorded_at timestamptz not null default now(),
    primary key (tenant, id)
);
call tenant_table('ra_mandate');
