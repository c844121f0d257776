-- Orders to certification authorities: intent before the call, outcome after it.
create table certificate_order (
    tenant uuid not null default current_tenant(),
    request_key uuid not null,
    authority text not null,
    profile text not null,
    subject_name text not null,
    subject_organization text not null,
    subject_country text not null,
    dns_names text[] not null,
    csr bytea not null,
    state text not null check (state in ('PLACED', 'ACCEPTED', 'ISSUED', 'REFUSED')),
    tries int not null default 0,
    -- When an order without an answer is sent again, with the same key.
    next_try_at timestamptz,
    -- Reference, refusal code or reason of the last answer.
    answer text,
    certificate bytea,
    chain bytea[],
    placed_at timestamptz not null,
    settled_at timestamptz,
    primary key (tenant, request_key),
    check ((state = 'ISSUED') = (certificate is not null)),
    check ((state in ('ISSUED', 'REFUSED')) = (settled_at is not null))
);
create index certificate_order_due on certificate_order (tenant, next_try_at) where next_try_at is not null;
call tenant_table('certificate_order');
