-- The trail read by command, by object alone and by actor.
create index audit_record_by_command on audit_record (tenant, command, position);
create index audit_record_by_actor on audit_record (tenant, actor, position);
create index audit_record_of_object on audit_record (tenant, object, position) where object is not null;
