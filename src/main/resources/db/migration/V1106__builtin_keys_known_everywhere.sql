-- A key is certified once, whichever issuing authority is asked: also after a change of the issuing authority.
create unique index ca_certificate_key on ca_certificate (public_key_sha256);
alter table ca_certificate drop constraint ca_certificate_ca_public_key_sha256_key;
