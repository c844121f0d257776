-- Accounts, roles, means of sign-in, and the sessions of browsers.

create table account (
    tenant              uuid        not null default current_tenant(),
    id                  uuid        not null,
    person              uuid        not null,
    password_hash       text        not null,
    password_changed_at timestamptz not null,
    means_changed_at    timestamptz not null,
    claimed_at          timestamptz not null,
    primary key (tenant, id),
    unique (tenant, person),
    foreign key (tenant, person) references person (tenant, id)
);
call tenant_table('account');

create table role_grant (
    tenant       uuid        not null default current_tenant(),
    id           uuid        not null,
    person       uuid        not null,
    role         text        not null check (role in ('RA_OFFICER', 'RA_HEAD', 'ADMINISTRATOR', 'MAIL_ADMINISTRATOR')),
    granted_at   timestamptz not null,
    granted_by   uuid,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
call tenant_table('role_grant');
create unique index role_grant_in_force on role_grant (tenant, person, role) where withdrawn_at is null;

-- One-time codes to claim an account. Only a keyed hash is kept.
create table claim_code (
    tenant     uuid        not null default current_tenant(),
    id         uuid        not null,
    person     uuid        not null,
    code_hash  bytea       not null,
    channel    text        not null check (channel in ('EMAIL', 'SHEET')),
    made_at    timestamptz not null,
    made_by    uuid,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
call tenant_table('claim_code');
create index claim_code_of_person on claim_code (tenant, person);

-- TOTP secrets, sealed. A secret waits in `pending` until the first code proves it.
create table second_factor (
    tenant       uuid        not null default current_tenant(),
    account      uuid        not null,
    secret       bytea,
    pending      bytea,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0,
    primary key (tenant, account),
    foreign key (tenant, account) references account (tenant, id)
);
call tenant_table('second_factor');

create table backup_code (
    tenant    uuid        not null default current_tenant(),
    id        uuid        not null,
    account   uuid        not null,
    code_hash bytea       not null,
    made_at   timestamptz not null,
    used_at   timestamptz,
    primary key (tenant, id),
    foreign key (tenant, account) references account (tenant, id)
);
call tenant_table('backup_code');
create index backup_code_of_account on backup_code (tenant, account);

-- An officer identified the person face to face and lets a lost second factor be enrolled anew.
create table factor_release (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    account     uuid        not null,
    released_at timestamptz not null,
    released_by uuid        not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    primary key (tenant, id),
    foreign key (tenant, account) references account (tenant, id)
);
call tenant_table('factor_release');
create index factor_release_of_account on factor_release (tenant, account);

-- Failed tries, by a keyed hash of what was tried.
create table sign_in_try (
    tenant        uuid        not null default current_tenant(),
    kind          text        not null,
    subject       bytea       not null,
    failures      int         not null,
    last_at       timestamptz not null,
    blocked_until timestamptz,
    primary key (tenant, kind, subject)
);
call tenant_table('sign_in_try');

-- Spring Session's tables.
create table web_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index web_session_expiry on web_session (expiry_time);
create index web_session_principal on web_session (principal_name);
call tenantless_table('web_session', 'a session is looked up by its cookie before its local government is known');

create table web_session_attributes (
    session_primary_id char(36)     not null references web_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
call tenantless_table('web_session_attributes', 'account id, local government id and times of a session; nothing personal');
