-- When it was told who answers for a system now: on the first day, once. Those of before are known.
alter table system_responsible add column told_at timestamptz;
do $$
declare
    one local_government%rowtype;
begin
    for one in select * from local_government loop
        perform set_config('app.tenant', one.id::text, true);
        update system_responsible set told_at = now() where from_on <= now()::date;
    end loop;
    perform set_config('app.tenant', '', true);
end
$$;
create index system_responsible_untold on system_responsible (tenant, from_on) where told_at is null;
