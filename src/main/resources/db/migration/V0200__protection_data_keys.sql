-- Data keys, each wrapped by the service's own key, which is never in the database.
create table data_key (
    purpose    text        not null,
    owner      text        not null,
    wrapped    bytea       not null,
    created_at timestamptz not null,
    primary key (purpose, owner)
);
comment on column data_key.owner is 'the local government, or installation for what belongs to none';
call tenantless_table('data_key', 'wrapped keys, also of the installation itself; useless without the service key');
