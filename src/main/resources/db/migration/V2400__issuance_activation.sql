-- Taking a certificate into use: presence, code, texts, key, order, receipt (MDN-13, 16).
create table activation (
    tenant uuid not null default current_tenant(),
    id uuid not null,
    person uuid not null,
    application uuid,
    ceremony uuid,
    step text not null,
    presence_at timestamptz,
    officer uuid,
    minute_number text,
    minute_file uuid,
    -- Keyed hash; the code itself is shown once, to the applicant at the counter.
    code_hash bytea,
    code_expires_at timestamptz,
    code_tries int not null default 0,
    statement_version text,
    statement_sha256 text,
    statement_at timestamptz,
    agreement_version text,
    agreement_sha256 text,
    agreement_at timestamptz,
    agreement_number text,
    agreement_file uuid,
    request_key uuid,
    sealed_key uuid,
    public_key bytea,
    certificate uuid,
    receipt_number text,
    receipt_file uuid,
    received_at timestamptz,
    changed_at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, certificate) references certificate (tenant, id),
    check ((application is null) <> (ceremony is null))
);
create unique index activation_application on activation (tenant, application) where application is not null;
create unique index activation_ceremony on activation (tenant, ceremony, person) where ceremony is not null;
create unique index activation_request on activation (tenant, request_key) where request_key is not null;
create index activation_person on activation (tenant, person, changed_at desc);
call tenant_table('activation');
