-- Post and agency in the subject, and an end before the profile's validity is over.
alter table certificate_order add column subject_title text not null default '';
alter table certificate_order add column subject_unit text not null default '';
alter table certificate_order add column not_after timestamptz;
