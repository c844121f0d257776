-- The queue goes by the time of submission: taking a case and putting it back changes nothing.

alter table application add column queued_at timestamptz;
alter table application no force row level security;
update application set queued_at = changed_at;
alter table application force row level security;
alter table application alter column queued_at set not null;
create index application_by_queue on application (tenant, state, queued_at, id);
drop index application_by_state;
