-- The register read as a list.
create index certificate_by_registration on certificate (tenant, registered_at, id);
create index certificate_by_end on certificate (tenant, not_after, id);
create index certificate_by_serial on certificate (tenant, serial);
