-- Exchanges of messages with hosts (RFC 9810): a transaction id serves once, a confirmation belongs to
-- who asked and answers the nonce that was given.
create table cmp_transaction (
    tenant         uuid        not null default current_tenant(),
    transaction_id bytea       not null check (length(transaction_id) between 1 and 64),
    host           text        not null,
    -- What was asked: ir, cr, p10cr, kur or rr, as the number of its body.
    body           smallint    not null,
    cert_req_id    numeric     not null,
    state          text        not null check (state in ('WAITING', 'UNCONFIRMED', 'CONFIRMED', 'DECLINED', 'DONE')),
    -- Of our last message; the next one must give it back.
    nonce          bytea       not null,
    -- The request while the authority does not answer.
    request        bytea,
    request_key    uuid,
    certificate    bytea,
    began_at       timestamptz not null,
    primary key (tenant, transaction_id)
);
create index cmp_transaction_open on cmp_transaction (tenant, began_at) where state in ('WAITING', 'UNCONFIRMED');
call tenant_table('cmp_transaction');
