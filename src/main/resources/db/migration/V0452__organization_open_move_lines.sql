-- A line that could not be moved on its day stays open until it moves or the office has settled it.
alter table move_line add column failed_at timestamptz;
create index move_line_open on move_line (tenant, decree) where failed_at is not null;
alter table move_decree add column settled_at timestamptz;
alter table move_decree add column settled_by uuid;
alter table move_decree add column settle_note text not null default '';
comment on column move_decree.settled_by is 'account';
