-- What was already said about a letter that waits: each step once for each time it was asked for.

create table letter_reminder (
    tenant      uuid        not null default current_tenant(),
    application uuid        not null,
    kind        text        not null,
    asked_at    timestamptz not null,
    step        text        not null check (step in ('REMINDED', 'ESCALATED')),
    person      uuid        not null,
    sent_at     timestamptz not null,
    primary key (tenant, application, kind, asked_at, step),
    foreign key (tenant, application) references application (tenant, id)
);
call tenant_table('letter_reminder');
