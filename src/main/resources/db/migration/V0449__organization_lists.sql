-- Agencies, posts and systems read as lists, by their names.

alter table agency add column name_sort text collate "C" generated always as (lower(name)) stored;
create index agency_by_sort on agency (tenant, name_sort, id);
alter table post add column title_sort text collate "C" generated always as (lower(title)) stored;
create index post_by_sort on post (tenant, title_sort, id);
alter table electronic_system add column name_sort text collate "C" generated always as (lower(name)) stored;
create index electronic_system_by_sort on electronic_system (tenant, name_sort, id);

-- People of a class that few have.
create index person_by_class on person (tenant, employment_class, name_sort, id);
