-- Files on paper that came to the counter (MDN-10(1), 11(4)): what came, its scan, who did what with it.
create table counter_file (
    tenant           uuid        not null default current_tenant(),
    id               uuid        not null,
    number           text        not null,
    person           uuid        not null,
    application      uuid,
    state            text        not null,
    brought_by       text        not null,
    receipt          uuid        not null,
    scan             uuid,
    scan_pages       int         not null default 0,
    blank_pages      text        not null default '',
    correction       text        not null default '',
    confirmed_at     timestamptz,
    confirmed_sha256 text,
    version          int         not null default 0,
    received_at      timestamptz not null,
    primary key (tenant, id),
    unique (tenant, number),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, receipt) references stored_file (tenant, id),
    foreign key (tenant, scan) references stored_file (tenant, id)
);
create index counter_file_by_time on counter_file (tenant, received_at desc, id);
create index counter_file_by_person on counter_file (tenant, person);
create index counter_file_by_application on counter_file (tenant, application);
call tenant_table('counter_file');

create table counter_paper (
    tenant     uuid not null default current_tenant(),
    file       uuid not null,
    item       text not null,
    sheets     int  not null check (sheets between 1 and 99),
    first_page int,
    last_page  int,
    part       uuid,
    primary key (tenant, file, item),
    foreign key (tenant, file) references counter_file (tenant, id),
    foreign key (tenant, part) references stored_file (tenant, id),
    check (last_page >= first_page)
);
call tenant_table('counter_paper');

create table counter_deed (
    tenant   uuid        not null default current_tenant(),
    file     uuid        not null,
    position int         not null,
    deed     text        not null,
    person   uuid        not null,
    done_at  timestamptz not null,
    primary key (tenant, file, position),
    foreign key (tenant, file) references counter_file (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
call tenant_table('counter_deed');
