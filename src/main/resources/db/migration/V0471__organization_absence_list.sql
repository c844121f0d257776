-- Leaves read as a list, by their first day.
create index absence_by_from on absence (tenant, from_on, id);
