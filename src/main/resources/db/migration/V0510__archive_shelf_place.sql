-- Where the paper of something lies (MDN-11(4)); the soft copy lies in stored_file.
create table shelf_place (
    tenant  uuid        not null default current_tenant(),
    subject uuid        not null,
    rack    text        not null,
    box     text        not null,
    folder  text        not null,
    set_by  uuid        not null,
    set_at  timestamptz not null,
    primary key (tenant, subject)
);
call tenant_table('shelf_place');
