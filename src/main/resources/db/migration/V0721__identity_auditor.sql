-- The auditor: a role from one day to another by a letter of assignment; and what lists of roles and accounts go by.

alter table role_grant add column letter text not null default '';
alter table role_grant drop constraint role_grant_agency_check;
alter table role_grant add constraint role_grant_agency_check check ((role = 'AGENCY_ADMIN') = (agency is not null));
alter table role_grant add constraint role_grant_dated_check
    check ((role in ('AGENCY_ADMIN', 'AUDITOR')) = (from_on is not null));
alter table role_grant add constraint role_grant_letter_check check ((role = 'AUDITOR') = (letter <> ''));
create index role_grant_by_time on role_grant (tenant, granted_at, id);
create index account_by_claim on account (tenant, claimed_at, id);
