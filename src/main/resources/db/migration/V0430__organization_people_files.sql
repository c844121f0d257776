-- A file of people on its way: checked line by line, imported in pieces, each piece with its progress; then only its report stays.

alter table people_file
    alter column sealed drop not null,
    add column state       text not null default 'CHECKING'
        check (state in ('CHECKING', 'CHECKED', 'REFUSED', 'IMPORTING', 'RELATING', 'DONE')),
    add column lines       int  not null default 0,
    add column lines_done  int  not null default 0,
    add column findings    text not null default '[]',
    add column sha256      text not null default '',
    add column started_by  uuid,
    add column worked_at   timestamptz,
    add column finished_at timestamptz;
create index people_file_by_age on people_file (tenant, uploaded_at desc, id);
create index people_file_open on people_file (tenant, worked_at) where state in ('CHECKING', 'IMPORTING', 'RELATING');
comment on column people_file.sealed is 'erased by the import or after a day';
comment on column people_file.worked_at is 'last sign of life of whoever works on it; long ago means that the work was cut off';

create table people_file_line (
    tenant   uuid    not null default current_tenant(),
    file     uuid    not null,
    position int     not null,
    sheet    text    not null,
    number   int     not null,
    name     text    not null,
    outcome  text    not null check (outcome in ('NEW', 'CHANGED', 'SAME', 'REFUSED')),
    findings text    not null,
    done     boolean not null default false,
    primary key (tenant, file, position),
    foreign key (tenant, file) references people_file (tenant, id) on delete cascade
);
call tenant_table('people_file_line');

-- Former NIP and NI PPPK: whoever asks for one finds the person who had it.
create table person_former_nip (
    tenant    uuid        not null default current_tenant(),
    person    uuid        not null,
    nip_index bytea       not null,
    sealed    bytea       not null,
    ended_at  timestamptz not null,
    primary key (tenant, nip_index),
    foreign key (tenant, person) references person (tenant, id)
);
create index person_former_nip_by_person on person_former_nip (tenant, person);
call tenant_table('person_former_nip');

-- How names are compared and found. The date of birth is kept as a keyed hash only.
alter table person
    add column name_sort   text collate "C" generated always as (lower(name)) stored,
    add column name_key    text collate "C",
    add column birth_index bytea,
    add column merged_into uuid,
    add foreign key (tenant, merged_into) references person (tenant, id),
    add check (merged_into <> id);
comment on column person.merged_into is 'the entry that stands for this one since both were found to be one person';
create index person_merged_into on person (tenant, merged_into) where merged_into is not null;
create index person_by_sort on person (tenant, name_sort, id);
create index person_by_name_key on person (tenant, name_key);
create index person_by_birth on person (tenant, birth_index);
create index person_without_key on person (tenant, id) where name_key is null;
drop index person_by_name;

-- One row per word of a name: comparisons of plain text may use an index below row-level security, patterns may not.
create table person_word (
    tenant uuid not null default current_tenant(),
    word   text collate "C" not null,
    person uuid not null,
    primary key (tenant, word, person),
    foreign key (tenant, person) references person (tenant, id) on delete cascade
);
create index person_word_of on person_word (tenant, person);
call tenant_table('person_word');

create function words_of(name text) returns setof text language sql immutable parallel safe
    begin atomic
        select distinct left(w, 40) from regexp_split_to_table(lower(name), '[^[:alnum:]]+') w where w <> '';
    end;

create function add_words_of_people() returns trigger language plpgsql as $$
begin
    insert into person_word (tenant, word, person)
        select f.tenant, w, f.id from fresh f cross join lateral words_of(f.name) w;
    return null;
end
$$;
create function change_words_of_person() returns trigger language plpgsql as $$
begin
    delete from person_word where tenant = new.tenant and person = new.id;
    insert into person_word (tenant, word, person)
        select new.tenant, w, new.id from words_of(new.name) w;
    return null;
end
$$;
create trigger words_of_name_new after insert on person referencing new table as fresh
    for each statement execute function add_words_of_people();
create trigger words_of_name_changed after update on person for each row
    when (old.name is distinct from new.name) execute function change_words_of_person();

do $$
declare
    one uuid;
begin
    for one in select id from local_government loop
        perform set_config('app.tenant', one::text, true);
        insert into person_word (tenant, word, person)
            select p.tenant, w, p.id from person p cross join lateral words_of(p.name) w
            where p.tenant = one;
    end loop;
    perform set_config('app.tenant', '', true);
end
$$;
