-- Transfer decrees read as a list, by their entry or by their first day.
create index move_decree_in_order on move_decree (tenant, entered_at, id);
create index move_decree_by_day on move_decree (tenant, from_on, id);
drop index move_decree_by_entry;
