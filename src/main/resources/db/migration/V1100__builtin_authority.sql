-- The built-in authority: its own certificates, what it issued, its CRLs. Of all local governments.
create table ca (
    name text primary key check (name ~ '^[a-z0-9-]{1,40}$'),
    government uuid,
    organization text not null,
    -- Stands in certificates: never changes for a CA.
    base_url text not null check (base_url ~ '^https?://' and base_url !~ '/$'),
    standing text not null check (standing in ('TRIAL', 'INTERNAL')),
    standing_decision text,
    standing_on date,
    certificate bytea not null,
    -- Under the service's key; null for the root, whose key never lies here in the open.
    sealed_key bytea,
    -- The root's encrypted file until it is taken offline.
    root_file bytea,
    created_at timestamptz not null,
    check ((name = 'root') = (government is null)),
    check (name <> 'root' or sealed_key is null),
    check ((standing = 'INTERNAL') = (standing_decision is not null and standing_on is not null))
);
call tenantless_table('ca', 'one root per installation and its issuing authorities serve all local governments');

-- OCSP signers and time-stamping authorities; the newest of a kind signs.
create table ca_signer (
    id uuid primary key,
    ca text not null references ca (name) on delete cascade,
    kind text not null check (kind in ('OCSP', 'TSA')),
    certificate bytea not null,
    sealed_key bytea not null,
    not_after timestamptz not null,
    created_at timestamptz not null
);
create index ca_signer_newest on ca_signer (ca, kind, created_at desc);
call tenantless_table('ca_signer', 'signers of the authorities, which serve all local governments');

-- Everything a CA has signed. A request key gives one certificate, a key gets one certificate.
create table ca_certificate (
    ca text not null references ca (name) on delete cascade,
    serial text not null check (serial ~ '^[0-9a-f]{1,40}$'),
    government uuid,
    request_key uuid unique,
    profile text not null,
    der bytea not null,
    public_key_sha256 bytea not null,
    not_before timestamptz not null,
    not_after timestamptz not null,
    issued_at timestamptz not null,
    revoked_at timestamptz,
    revocation_reason text,
    primary key (ca, serial),
    unique (ca, public_key_sha256),
    check ((revoked_at is null) = (revocation_reason is null))
);
create index ca_certificate_revoked on ca_certificate (ca, serial) where revoked_at is not null;
call tenantless_table('ca_certificate', 'OCSP and CRL are asked by relying parties who know no local government');

create table ca_crl (
    ca text not null references ca (name) on delete cascade,
    shard int not null check (shard >= 0),
    number bigint not null check (number > 0),
    this_update timestamptz not null,
    next_update timestamptz not null,
    der bytea not null,
    primary key (ca, shard, number)
);
call tenantless_table('ca_crl', 'CRLs are asked by relying parties who know no local government');
