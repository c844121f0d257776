-- Whether the post a certificate names is an authority given by a designation, which no register of posts holds (MDN-6b).
alter table certificate add column designated boolean not null default false;
do $$
declare
    one local_government%rowtype;
begin
    for one in select * from local_government loop
        perform set_config('app.tenant', one.id::text, true);
        update certificate c set designated = true
        from activation a
        join application_position p on p.tenant = a.tenant and p.application = a.application
        where a.tenant = c.tenant and a.certificate = c.id and p.kind = 'AUTHORITY';
    end loop;
    perform set_config('app.tenant', '', true);
end
$$;
