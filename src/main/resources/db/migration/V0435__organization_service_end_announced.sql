-- When the end of a service was told to those who act on it: the day after its last day, once.
alter table service_end add column announced_at timestamptz;
create index service_end_unannounced on service_end (tenant, last_day) where announced_at is null;
