-- Where in the trail a day begins and ends.
create index audit_record_by_time on audit_record (tenant, at, position);
