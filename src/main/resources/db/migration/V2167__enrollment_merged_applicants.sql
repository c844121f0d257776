-- The entry under which an application was handed in, where another stands for it since: part of what was decided.
alter table application add column entered_as uuid;
comment on column application.entered_as is 'null while it is the person''s own; no foreign key, so that a merge does not rewrite it';

-- Merges before this one moved the person without a note of the entry; what was moved then keeps it from now on.
do $$
declare
    one uuid;
begin
    for one in select id from local_government loop
        perform set_config('app.tenant', one::text, true);
        update application a set entered_as = m.gone
            from person_merge m
            join person_merge_move v on v.tenant = m.tenant and v.merge = m.id
            where m.tenant = one and m.undone_at is null and v.table_name = 'application' and v.column_name = 'person'
                and a.tenant = m.tenant and a.id = (v.row_key ->> 'id')::uuid;
    end loop;
    perform set_config('app.tenant', '', true);
end
$$;
