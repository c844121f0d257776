-- One decree (SK mutasi) that moves many people on a day: read, approved by a second person, undone until its day.
create table move_decree (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    decree      text        not null,
    decree_on   date        not null,
    from_on     date        not null,
    state       text        not null check (state in ('AWAITING', 'APPROVED', 'DONE', 'UNDONE')),
    file_sha256 text        not null,
    entered_by  uuid        not null,
    entered_at  timestamptz not null,
    approved_by uuid,
    approved_at timestamptz,
    ended_at    timestamptz,
    undo_reason text        not null default '',
    primary key (tenant, id)
);
comment on column move_decree.entered_by is 'account';
create index move_decree_by_entry on move_decree (tenant, entered_at desc, id);
create index move_decree_due on move_decree (tenant, from_on) where state = 'APPROVED';
call tenant_table('move_decree');

create table move_line (
    tenant    uuid not null default current_tenant(),
    decree    uuid not null,
    number    int  not null,
    person    uuid,
    to_agency uuid,
    to_post   text not null,
    -- Code of what stands against it, as read or on the day; empty when it moves.
    problem   text not null default '',
    moved     boolean not null default false,
    primary key (tenant, decree, number),
    foreign key (tenant, decree) references move_decree (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, to_agency) references agency (tenant, id)
);
call tenant_table('move_line');
