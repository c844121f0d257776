-- Files of the archive (MDN-11(4)): what is known of each; the bytes lie encrypted in the file store.
create table stored_file (
    tenant uuid not null default current_tenant(),
    id uuid not null,
    kind text not null,
    media_type text not null,
    size bigint not null check (size >= 0),
    sha256 text not null check (length(sha256) = 64),
    upload_sha256 text not null check (length(upload_sha256) = 64),
    pages int not null check (pages >= 0),
    signed boolean not null,
    retention_code text not null,
    address text not null check (length(address) = 64),
    sealed_key bytea not null,
    stored_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, address)
);

call tenant_table('stored_file');
