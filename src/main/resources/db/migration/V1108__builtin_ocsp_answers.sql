-- Answers made once and given to all who ask without a nonce (RFC 5019). An answer counts only while its
-- status_changed_at is that of the certificate, so that no race leaves an old one behind.
create table ca_ocsp_answer (
    ca text not null references ca (name) on delete cascade,
    serial text not null,
    signer uuid not null,
    status_changed_at timestamptz,
    this_update timestamptz not null,
    next_update timestamptz not null,
    asked_on date not null,
    der bytea not null,
    primary key (ca, serial)
);
create index ca_ocsp_answer_age on ca_ocsp_answer (this_update);
call tenantless_table('ca_ocsp_answer', 'OCSP is asked by relying parties who know no local government');
