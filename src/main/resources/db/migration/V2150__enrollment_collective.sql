-- Applications that the admin of an agency prepared together: one letter, one list (MDN-10(3)a, b).

create table collective_batch (
    tenant      uuid        not null default current_tenant(),
    id          uuid        not null,
    agency      uuid        not null,
    agency_name text        not null,
    title       text        not null,
    prepared_by uuid        not null,
    created_at  timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, agency) references agency (tenant, id),
    foreign key (tenant, prepared_by) references person (tenant, id)
);
create index collective_batch_by_agency on collective_batch (tenant, agency, created_at desc);
call tenant_table('collective_batch');

-- One application of a batch. The applicant confirms; a giver may strike the name out.
create table collective_member (
    tenant        uuid        not null default current_tenant(),
    application   uuid        not null,
    batch         uuid        not null,
    confirmed_at  timestamptz,
    reminded_at   timestamptz,
    struck_at     timestamptz,
    struck_kind   text,
    struck_by     uuid,
    struck_reason text,
    primary key (tenant, application),
    foreign key (tenant, application) references application (tenant, id),
    foreign key (tenant, batch) references collective_batch (tenant, id),
    foreign key (tenant, struck_by) references person (tenant, id),
    check ((struck_at is null) = (struck_reason is null)
        and (struck_at is null) = (struck_kind is null) and (struck_at is null) = (struck_by is null))
);
create index collective_member_by_batch on collective_member (tenant, batch);
call tenant_table('collective_member');

-- A letter that is asked for together with others of its batch.
alter table letter_request add column batch uuid;
alter table letter_request add foreign key (tenant, batch) references collective_batch (tenant, id);
create index letter_request_by_batch on letter_request (tenant, batch, asked) where batch is not null;
