-- The ground of tenancy: a role that owns nothing, a setting per transaction, and the two ways to declare a table.

do $$
begin
    if not exists (select from pg_roles where rolname = 'pamong_app') then
        create role pamong_app login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls;
    end if;
end
$$;

grant usage on schema public to pamong_app;
revoke create on schema public from public;

create function current_tenant() returns uuid
    language sql stable parallel safe
    as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

comment on function current_tenant() is 'The local government of the transaction, or null.';

-- Tables without a local government: each with its reason.
create table tenantless (
    name   text primary key,
    reason text not null check (length(reason) >= 10)
);

create procedure tenant_table(name text) language plpgsql as $$
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I using (tenant = current_tenant()) with check (tenant = current_tenant())', name);
    execute format('grant select, insert, update, delete on %I to pamong_app', name);
end
$$;

create procedure tenantless_table(name text, reason text) language plpgsql as $$
begin
    execute format('grant select, insert, update, delete on %I to pamong_app', name);
    insert into tenantless values (name, reason);
end
$$;

grant select on tenantless to pamong_app;
insert into tenantless values
    ('tenantless', 'the list of the tables without a local government; the application only reads it'),
    ('flyway_schema_history', 'the record of migrations; the application cannot read it');
