-- Permits under which hosts of an electronic system fetch certificates by program. A permit rests on a certificate
-- that came of an approved application, and nothing issued under it outlives it.
create table host_permit (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    certificate uuid        not null,
    uses        int         not null check (uses between 1 and 100),
    used        int         not null default 0 check (used between 0 and uses),
    until_at    timestamptz not null,
    granted_at  timestamptz not null,
    granted_by  uuid        not null,
    -- What the responsible person draws once; the secret is sealed.
    reference   text,
    secret      bytea,
    drawn_at    timestamptz,
    ended_at    timestamptz,
    primary key (tenant, id),
    foreign key (tenant, certificate) references certificate (tenant, id),
    unique (tenant, reference),
    check ((reference is null) = (secret is null) and (reference is null) = (drawn_at is null))
);
create unique index host_permit_open on host_permit (tenant, certificate) where ended_at is null;
call tenant_table('host_permit');

-- What hosts asked for: one order for each key of a permit, however often it is asked.
create table host_certificate (
    tenant      uuid        not null default current_tenant(),
    request_key uuid        not null,
    permit      uuid        not null,
    predecessor uuid,
    algorithm   text        not null,
    public_key  bytea       not null,
    state       text        not null check (state in ('ORDERED', 'ISSUED', 'CONFIRMED', 'DECLINED', 'REFUSED')),
    certificate uuid,
    ordered_at  timestamptz not null,
    primary key (tenant, request_key),
    foreign key (tenant, permit) references host_permit (tenant, id),
    foreign key (tenant, certificate) references certificate (tenant, id),
    check ((certificate is not null) = (state in ('ISSUED', 'CONFIRMED', 'DECLINED')))
);
create index host_certificate_permit on host_certificate (tenant, permit, ordered_at);
create unique index host_certificate_certificate on host_certificate (tenant, certificate) where certificate is not null;
call tenant_table('host_certificate');
