-- A holding of a post of the government itself waits for a second person; a wrong entry is void and stays on record.
alter table post_holding add column state text not null default 'IN_EFFECT' check (state in ('AWAITING', 'IN_EFFECT', 'VOID'));
alter table post_holding add column ends_earlier boolean not null default false;
alter table post_holding add column entered_by uuid;
alter table post_holding add column ended_for uuid;
alter table post_holding add column until_before date;
alter table post_holding add column void_reason text not null default '';
comment on column post_holding.entered_by is 'account';
comment on column post_holding.ended_for is 'the holding that this one gave way to; when that is void, this one lasts until_before again';
drop index post_holding_open;
create unique index post_holding_open on post_holding (tenant, post, kind) where until_on is null and state = 'IN_EFFECT';
