-- Passkeys (WebAuthn). Only public keys lie here; the counter tells a copied authenticator.

create table passkey (
    tenant          uuid        not null default current_tenant(),
    id              uuid        not null,
    account         uuid        not null,
    credential      bytea       not null,
    attested        bytea       not null,
    label           text        not null,
    transports      text        not null,
    sign_count      bigint      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    made_at         timestamptz not null,
    last_used_at    timestamptz,
    suspended_at    timestamptz,
    primary key (tenant, id),
    unique (tenant, credential),
    foreign key (tenant, account) references account (tenant, id)
);
call tenant_table('passkey');
create index passkey_of_account on passkey (tenant, account);

-- Challenges that were answered, until they would have expired anyway: none counts twice.
create table passkey_challenge (
    tenant     uuid        not null default current_tenant(),
    challenge  bytea       not null,
    expires_at timestamptz not null,
    primary key (tenant, challenge)
);
call tenant_table('passkey_challenge');
create index passkey_challenge_expiry on passkey_challenge (tenant, expires_at);
