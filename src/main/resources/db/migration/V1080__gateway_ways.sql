-- An authority and the way to it are two things: several ways may lead to one authority (MDN-5, 13(2)). Null of older rows, where both had one code.
alter table authority_choice add column way text;
alter table certificate_order add column way text;

-- An authority answered a second time and otherwise than the first time: an open case until someone has looked into it.
create table order_second_answer (
    tenant      uuid not null default current_tenant(),
    id          uuid not null,
    request_key uuid not null,
    way         text not null,
    state       text not null check (state in ('ISSUED', 'REFUSED')),
    -- Refusal code, or SHA-256 of the certificate.
    answer      text not null,
    certificate bytea,
    chain       bytea[],
    found_at    timestamptz not null,
    closed_at   timestamptz,
    closed_by   uuid,
    note        text not null default '',
    primary key (tenant, id),
    unique (tenant, request_key, state, answer),
    foreign key (tenant, request_key) references certificate_order (tenant, request_key),
    check ((state = 'ISSUED') = (certificate is not null)),
    check ((closed_at is null) = (closed_by is null))
);
create index order_second_answer_open on order_second_answer (tenant, found_at) where closed_at is null;
call tenant_table('order_second_answer');
