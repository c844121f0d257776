-- The versions of regulations that were in use, by hash: a case is judged by the one it began under.
create table regulation_version (
    hash          text primary key check (hash ~ '^[0-9a-f]{64}$'),
    regulation_id text not null,
    content       bytea not null,
    kept_at       timestamptz not null default current_timestamp
);
call tenantless_table('regulation_version', 'the law is the same for every local government');
