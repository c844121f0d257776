-- Private keys under their owner's passphrase. Without passphrase and service key a row opens nothing.
create table sealed_key (
    tenant uuid not null default current_tenant(),
    id uuid not null,
    algorithm text not null check (algorithm in ('EC_P256', 'RSA_2048')),
    salt bytea not null check (length(salt) = 16),
    memory_kib int not null check (memory_kib >= 19456),
    passes int not null check (passes >= 2),
    lanes int not null check (lanes >= 1),
    nonce bytea not null check (length(nonce) = 12),
    ciphertext bytea not null,
    public_key bytea not null,
    public_key_sha256 bytea not null check (length(public_key_sha256) = 32),
    -- Counted before a passphrase is tried; five, then blocked.
    tries int not null default 0,
    blocked_until timestamptz,
    created_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, public_key_sha256)
);
call tenant_table('sealed_key');
