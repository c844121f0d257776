-- The trail: one row per command, written in the command's transaction, never changed and never deleted.
-- "position" orders the rows of one local government's trail for a later chain over the hashes.

create table audit_record (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    position    bigint      generated always as identity,
    at          timestamptz not null,
    command     text        not null,
    actor       uuid,
    object_kind text        not null,
    object      uuid,
    outcome     text        not null,
    canonical   text        not null,
    sha256      bytea       not null check (octet_length(sha256) = 32),
    primary key (tenant, id)
);
create index audit_record_by_object on audit_record (tenant, object_kind, object, position);
create index audit_record_by_position on audit_record (tenant, position);
call tenant_table('audit_record');

-- Commands of the installation itself, such as the making of the root key.
create table installation_audit_record (
    id          uuid        primary key,
    position    bigint      generated always as identity,
    at          timestamptz not null,
    command     text        not null,
    actor       uuid,
    object_kind text        not null,
    object      uuid,
    outcome     text        not null,
    canonical   text        not null,
    sha256      bytea       not null check (octet_length(sha256) = 32)
);
call tenantless_table('installation_audit_record', 'commands of the installation itself belong to no local government');

create function refuse_change_of_trail() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end
$$;
create trigger append_only before update or delete on audit_record for each row execute function refuse_change_of_trail();
create trigger append_only_truncate before truncate on audit_record for each statement execute function refuse_change_of_trail();
create trigger append_only before update or delete on installation_audit_record for each row execute function refuse_change_of_trail();
create trigger append_only_truncate before truncate on installation_audit_record for each statement execute function refuse_change_of_trail();
revoke update, delete on audit_record, installation_audit_record from pamong_app;
