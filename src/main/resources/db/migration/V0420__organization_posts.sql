-- Posts in time: a post of an agency or of the government itself, who holds it by which right and by which decree,
-- and the powers to sign in another's name. What was kept of heads moves here.

create table post (
    tenant uuid    not null default current_tenant() references local_government (id),
    id     uuid    not null,
    role   text    not null check (role in ('HEAD_OF_REGION', 'DEPUTY_HEAD_OF_REGION', 'SECRETARY', 'AGENCY_HEAD', 'OTHER')),
    agency uuid,
    leads  boolean not null,
    title  text    not null,
    primary key (tenant, id),
    foreign key (tenant, agency) references agency (tenant, id),
    check (agency is not null or not leads),
    check (agency is not null or role <> 'AGENCY_HEAD')
);
create unique index post_of_government on post (tenant, role)
    where role in ('HEAD_OF_REGION', 'DEPUTY_HEAD_OF_REGION', 'SECRETARY');
create unique index post_leading_agency on post (tenant, agency) where leads;
create unique index post_of_agency on post (tenant, coalesce(agency, '00000000-0000-0000-0000-000000000000'), lower(title));
comment on column post.agency is 'null for a post of the government itself';
comment on column post.leads is 'whether its holder is the head of the agency';
call tenant_table('post');

create table post_holding (
    tenant       uuid not null default current_tenant(),
    id           uuid not null,
    post         uuid not null,
    person       uuid not null,
    kind         text not null check (kind in ('DEFINITIVE', 'PLT', 'PLH', 'PJ')),
    title        text not null,
    decree       text not null,
    decree_on    date,
    from_on      date not null,
    until_on     date,
    end_decree   text not null default '',
    primary key (tenant, id),
    foreign key (tenant, post) references post (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    check (until_on >= from_on)
);
create unique index post_holding_open on post_holding (tenant, post, kind) where until_on is null;
create index post_holding_by_post on post_holding (tenant, post, from_on);
create index post_holding_by_person on post_holding (tenant, person);
comment on column post_holding.title is 'of the post as it was called then, without Plt., Plh. or Pj.';
comment on column post_holding.until_on is 'last day';
call tenant_table('post_holding');

create table signing_mandate (
    tenant       uuid not null default current_tenant(),
    id           uuid not null,
    kind         text not null check (kind in ('ON_BEHALF', 'FOR_SUPERIOR')),
    of_post      uuid not null,
    through_post uuid,
    to_post      uuid not null,
    scope        text not null,
    decree       text not null,
    decree_on    date not null,
    from_on      date not null,
    until_on     date,
    end_decree   text not null default '',
    primary key (tenant, id),
    foreign key (tenant, of_post) references post (tenant, id),
    foreign key (tenant, through_post) references post (tenant, id),
    foreign key (tenant, to_post) references post (tenant, id),
    check (until_on >= from_on),
    check (of_post <> to_post),
    check ((kind = 'FOR_SUPERIOR') = (through_post is not null))
);
create index signing_mandate_by_holder on signing_mandate (tenant, to_post);
comment on column signing_mandate.of_post is 'in whose name the letter is signed (a.n.)';
comment on column signing_mandate.through_post is 'who passes the power on (u.b.)';
call tenant_table('signing_mandate');

-- Every local government by its own, for the policies of the tables hold for the owner too.
do $$
declare
    one local_government%rowtype;
begin
    for one in select * from local_government loop
        perform set_config('app.tenant', one.id::text, true);
        insert into post (id, role, agency, leads, title)
            select gen_random_uuid(),
                   case when place = 1 and kind = 'R' then 'HEAD_OF_REGION'
                        when place = 1 and kind = 'S' then 'SECRETARY'
                        else 'AGENCY_HEAD' end,
                   id, true, head_post
            from (select a.id, a.head_post, k.kind,
                         row_number() over (partition by k.kind order by a.id) as place
                  from agency a
                  cross join lateral (select case
                      when lower(a.head_post) like lower(one.head_title) || '%' then 'R'
                      when lower(a.head_post) like 'sekretaris daerah%' then 'S' end as kind) k) found;
        insert into post (id, role, agency, leads, title)
            select gen_random_uuid(), missing.role, null, false, missing.title
            from (values ('HEAD_OF_REGION', one.head_title || ' ' || case one.kind when 'PROVINSI' then one.province else one.place end),
                         ('DEPUTY_HEAD_OF_REGION', one.deputy_title || ' ' || case one.kind when 'PROVINSI' then one.province else one.place end),
                         ('SECRETARY', 'Sekretaris Daerah')) missing (role, title)
            where not exists (select from post p where p.role = missing.role);
        insert into post_holding (id, post, person, kind, title, decree, from_on, until_on)
            select h.id, p.id, h.person, h.kind, h.title, h.decree, h.from_on, h.until_on
            from headship h join post p on p.agency = h.agency and p.leads;
    end loop;
    perform set_config('app.tenant', '', true);
end
$$;
drop table headship;
alter table agency drop column head_post;
