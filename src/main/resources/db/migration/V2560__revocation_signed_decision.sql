-- What the officer signed with a decision, and the signature over it (CMS); null of steps that are no officer's decision.
alter table revocation_step add column statement_file uuid;
alter table revocation_step add column signature_file uuid;
alter table revocation_step add constraint revocation_step_signed_whole check ((statement_file is null) = (signature_file is null));
