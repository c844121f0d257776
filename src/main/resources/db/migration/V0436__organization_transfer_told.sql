-- When a transfer was told to those who act on it: on its first day, once. What was in effect when it was entered has been.
alter table data_update add column told_at timestamptz;
do $$
declare
    one record;
begin
    for one in select id, zone from local_government loop
        perform set_config('app.tenant', one.id::text, true);
        update data_update set told_at = recorded_at
        where by_import or from_on <= (recorded_at at time zone
            case one.zone when 'WIT' then 'Asia/Jayapura' when 'WITA' then 'Asia/Makassar' else 'Asia/Jakarta' end)::date;
    end loop;
    perform set_config('app.tenant', '', true);
end
$$;
create index data_update_untold on data_update (tenant, from_on) where told_at is null;
