-- Transfers between agencies and posts: updates of data with their date and decree. They revoke nothing.
create table data_update (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    person      uuid        not null,
    from_agency uuid        not null,
    from_post   text        not null,
    to_agency   uuid        not null,
    to_post     text        not null,
    from_on     date        not null,
    decree      text        not null,
    decree_on   date,
    by_import   boolean     not null,
    recorded_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, from_agency) references agency (tenant, id),
    foreign key (tenant, to_agency) references agency (tenant, id)
);
create index data_update_of_person on data_update (tenant, person, from_on desc);
create index data_update_by_day on data_update (tenant, from_on desc, id);
call tenant_table('data_update');
