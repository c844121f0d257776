-- The counter read as a list, whichever way round.
create index counter_file_by_receipt on counter_file (tenant, received_at, id);
drop index counter_file_by_time;
