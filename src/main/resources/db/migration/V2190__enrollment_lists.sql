-- All cases as a list, by their last change.
create index application_by_change on application (tenant, changed_at, id);
