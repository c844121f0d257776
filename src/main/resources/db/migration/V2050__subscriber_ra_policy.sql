-- Policies of the registration authority under which other parties may apply (CJR-8(1)c, 11(2)c).
create table ra_policy (
    tenant     uuid not null default current_tenant() references local_government (id),
    id         uuid not null,
    number     text not null,
    title      text not null,
    dated_on   date not null,
    from_on    date not null,
    until_on   date,
    file       uuid not null,
    entered_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, file) references stored_file (tenant, id),
    check (until_on >= from_on)
);
create unique index ra_policy_number on ra_policy (tenant, lower(number));
call tenant_table('ra_policy');
