-- A receipt between its two steps: what the owner's own key is to sign, until the signature comes back.
create table prepared_receipt (
    tenant uuid not null default current_tenant(),
    activation uuid not null,
    number text not null,
    -- The unsigned PDF, sealed.
    document bytea not null,
    prepared_at timestamptz not null,
    primary key (tenant, activation),
    foreign key (tenant, activation) references activation (tenant, id)
);
call tenant_table('prepared_receipt');
