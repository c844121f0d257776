-- A mandate entered wrongly counts for no day and stays on record with its reason.
alter table signing_mandate add column void_reason text not null default '';
