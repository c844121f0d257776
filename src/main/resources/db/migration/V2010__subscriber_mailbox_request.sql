-- People who have no official e-mail yet and wait for one (MDN-10(3)c), and what the mail administrator made for them.
create table mailbox_request (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    code        text        not null,
    person      uuid        not null,
    asked_at    timestamptz not null,
    listed_at   timestamptz,
    proposed    text,
    proposed_at timestamptz,
    declined    text        not null default '',
    closed_at   timestamptz,
    outcome     text,
    primary key (tenant, id),
    unique (tenant, code),
    foreign key (tenant, person) references person (tenant, id)
);
create unique index mailbox_request_open on mailbox_request (tenant, person) where closed_at is null;
create unique index mailbox_request_address on mailbox_request (tenant, proposed)
    where closed_at is null and proposed is not null;
create index mailbox_request_waiting on mailbox_request (tenant, asked_at, id) where closed_at is null;
call tenant_table('mailbox_request');
