-- What people are told: an inbox, and e-mail that waits sealed until it is sent.

create table inbox_message (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    person      uuid        not null,
    message_key text        not null,
    arguments   bytea       not null, -- sealed: they hold names
    path        text        not null,
    created_at  timestamptz not null,
    read_at     timestamptz,
    primary key (tenant, id),
    foreign key (tenant, person) references person (tenant, id)
);
create index inbox_message_by_person on inbox_message (tenant, person, created_at desc, id);
call tenant_table('inbox_message');

create table outbox_mail (
    tenant         uuid        not null default current_tenant(),
    id             uuid        not null,
    address_sealed bytea       not null,
    address_hint   text        not null, -- b•••@madiunkota.go.id, for the administrator's list
    content_sealed bytea,                -- erased when sent
    message_key    text        not null,
    state          text        not null check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts       integer     not null default 0,
    due_at         timestamptz not null,
    problem        text,
    created_at     timestamptz not null,
    sent_at        timestamptz,
    primary key (tenant, id),
    check (state <> 'SENT' or content_sealed is null)
);
create index outbox_mail_due on outbox_mail (tenant, due_at) where state = 'WAITING';
create index outbox_mail_by_age on outbox_mail (tenant, created_at desc, id);
call tenant_table('outbox_mail');

create table mail_relay (
    tenant          uuid        not null default current_tenant(),
    host            text        not null,
    port            integer     not null,
    security        text        not null,
    username        text        not null,
    password_sealed bytea,
    sender          text        not null,
    set_at          timestamptz not null,
    primary key (tenant)
);
call tenant_table('mail_relay');
