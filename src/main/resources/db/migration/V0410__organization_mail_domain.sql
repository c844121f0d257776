-- Each change of the domains of official e-mail, with its legal ground (MDN-10(3)c).
create table mail_domain_change (
    tenant     uuid        not null default current_tenant(),
    id         uuid        not null,
    before     text[]      not null,
    after      text[]      not null,
    reason     text        not null,
    changed_by uuid        not null,
    changed_at timestamptz not null,
    primary key (tenant, id)
);
create index mail_domain_change_by_time on mail_domain_change (tenant, changed_at desc);
call tenant_table('mail_domain_change');
