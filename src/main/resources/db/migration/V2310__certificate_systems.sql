-- A certificate of a system: its key stays at the system's own host, so there is none in custody.
alter table certificate alter column sealed_key drop not null;
alter table certificate add column system uuid;
alter table certificate add foreign key (tenant, system) references electronic_system (tenant, id);
alter table certificate add constraint certificate_key_or_system check ((sealed_key is null) = (system is not null));
create index certificate_of_system on certificate (tenant, system, not_before desc) where system is not null;
