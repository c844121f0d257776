-- Codes mailed to an official address to prove that the person reads it (MDN-10(3)c).
create table mailbox_proof (
    tenant     uuid        not null default current_tenant(),
    id         uuid        not null,
    person     uuid        not null,
    address    text        not null,
    code_hash  bytea       not null,
    tries      int         not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    closed_at  timestamptz,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
create index mailbox_proof_by_person on mailbox_proof (tenant, person, sent_at);
create unique index mailbox_proof_open on mailbox_proof (tenant, person) where closed_at is null;
call tenant_table('mailbox_proof');
