-- What a local government's legal office answers where the text of its regulation is open.
create table legal_answer (
    tenant      uuid        not null default current_tenant() references local_government (id),
    key         text        not null,
    value       text        not null,
    reason      text        not null,
    answered_at timestamptz not null,
    primary key (tenant, key, answered_at)
);
call tenant_table('legal_answer');
