-- Which application renews which certificate, and who was reminded when (MDN-14, CJR-15).
create table renewal (
    tenant      uuid        not null default current_tenant(),
    application uuid        not null,
    certificate uuid        not null,
    begun_at    timestamptz not null,
    primary key (tenant, application),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, certificate) references certificate (tenant, id)
);
create index renewal_of_certificate on renewal (tenant, certificate, begun_at desc);
call tenant_table('renewal');

create table renewal_reminder (
    tenant      uuid        not null default current_tenant(),
    certificate uuid        not null,
    -- Days before the end; each is reminded of once to each audience.
    days        int         not null,
    audience    text        not null check (audience in ('OWNER', 'SUPERIOR', 'OFFICE', 'CAMPAIGN')),
    sent_at     timestamptz not null,
    primary key (tenant, certificate, days, audience),
    foreign key (tenant, certificate) references certificate (tenant, id)
);
create index renewal_reminder_latest on renewal_reminder (tenant, certificate, sent_at desc);
call tenant_table('renewal_reminder');
