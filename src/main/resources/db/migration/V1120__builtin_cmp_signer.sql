-- A third kind of signer below each issuing authority: of its messages to hosts (RFC 9810).
alter table ca_signer drop constraint ca_signer_kind_check;
alter table ca_signer add constraint ca_signer_kind_check check (kind in ('OCSP', 'TSA', 'CMP'));
