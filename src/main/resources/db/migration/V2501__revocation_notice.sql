-- The numbered letter by which the owner was told why a certificate is to be revoked and how to object.
alter table revocation_case add column notice_number text;
alter table revocation_case add column notice_file uuid;
alter table revocation_case add constraint revocation_case_notice_whole
    check ((notice_number is null) = (notice_file is null));
