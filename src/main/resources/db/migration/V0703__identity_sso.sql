-- Sign-in by the single sign-on of a government (OpenID Connect). One provider for each local government.

create table sso_provider (
    tenant        uuid        not null default current_tenant(),
    issuer        text        not null,
    client_id     text        not null,
    secret_sealed bytea       not null,
    nip_claim     text        not null,
    label         text        not null,
    factor_values text        not null,
    active        boolean     not null,
    changed_at    timestamptz not null,
    changed_by    uuid        not null,
    primary key (tenant)
);
call tenant_table('sso_provider');

-- Which account an identity of the provider opens, once its owner confirmed it.
create table sso_link (
    tenant     uuid        not null default current_tenant(),
    issuer     text        not null,
    subject    text        not null,
    account    uuid        not null,
    strong     boolean     not null,
    linked_at  timestamptz not null,
    primary key (tenant, issuer, subject),
    unique (tenant, account),
    foreign key (tenant, account) references account (tenant, id)
);
comment on column sso_link.strong is 'the second factor was shown when it was confirmed; only then may the provider vouch for one';
call tenant_table('sso_link');
