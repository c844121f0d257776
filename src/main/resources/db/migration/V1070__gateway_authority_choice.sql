-- Which authority serves a local government, for everything or for one product, from which day on (MDN-5(2)-(4)).
create table authority_choice (
    tenant      uuid not null default current_tenant() references local_government (id),
    id          uuid not null,
    authority   text not null,
    -- One product; null for every product for which nothing else is chosen.
    profile     text,
    from_on     date not null,
    reason      text not null,
    state       text not null check (state in ('PROPOSED', 'APPROVED', 'DECLINED')),
    proposed_at timestamptz not null,
    proposed_by uuid not null,
    decided_at  timestamptz,
    decided_by  uuid,
    note        text not null default '',
    primary key (tenant, id),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null))
);
create index authority_choice_in_force on authority_choice (tenant, from_on desc, decided_at desc) where state = 'APPROVED';
-- One open proposal for the same thing at a time.
create unique index authority_choice_open on authority_choice (tenant, coalesce(profile, '')) where state = 'PROPOSED';
call tenant_table('authority_choice');
