-- Whoever is shown is shown with the posting of the day: found by person, not by walking all of them.
create index posting_by_person on posting (tenant, person, from_on);
