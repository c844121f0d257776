-- The admin of an agency: a role for one agency, from one day to another (a preparer, never a signer).

alter table role_grant add column agency uuid;
alter table role_grant add column from_on date;
alter table role_grant add column until_on date;
alter table role_grant add foreign key (tenant, agency) references agency (tenant, id);
alter table role_grant drop constraint if exists role_grant_role_check;
alter table role_grant add constraint role_grant_agency_check
    check ((role = 'AGENCY_ADMIN') = (agency is not null) and (agency is null) = (from_on is null));
alter table role_grant add constraint role_grant_dates_check check (until_on >= from_on);
create index role_grant_of_agency on role_grant (tenant, agency) where agency is not null;
