-- The register of policies reads as a list, by the first day in force.
create index ra_policy_by_from on ra_policy (tenant, from_on, id);
