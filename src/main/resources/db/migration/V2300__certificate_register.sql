-- The register of certificates of people (MDN-1.9).
create table certificate (
    tenant uuid not null default current_tenant(),
    id uuid not null,
    person uuid not null,
    profile text not null,
    request_key uuid not null,
    sealed_key uuid not null,
    algorithm text not null,
    public_key_sha256 bytea not null,
    standing text not null check (standing in ('RECOGNISED', 'INTERNAL', 'TRIAL')),
    post text,
    agency text not null,
    subject text not null,
    issuer text not null,
    serial text not null,
    sha256 text not null,
    not_before timestamptz not null,
    not_after timestamptz not null,
    registered_at timestamptz not null,
    revoked_at timestamptz,
    revocation_reason text,
    der bytea not null,
    chain bytea[] not null,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, sealed_key) references sealed_key (tenant, id),
    unique (tenant, request_key),
    unique (tenant, sha256),
    unique (tenant, public_key_sha256),
    check ((revoked_at is null) = (revocation_reason is null))
);
create index certificate_of_person on certificate (tenant, person, not_before desc);
call tenant_table('certificate');
