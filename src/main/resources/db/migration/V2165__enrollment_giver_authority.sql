-- By which right each letter was given, as registered on its date (MDN-1.12); and of a letter asked for while nobody holds
-- the post, that the applicant was told.
create table letter_authority (
    tenant   uuid not null default current_tenant(),
    letter   uuid not null,
    basis    text not null check (basis in ('SUPERIOR', 'AGENCY_HEAD', 'SECRETARY', 'HEAD_OF_REGION', 'MANDATE')),
    title    text not null,
    kind     text,
    decree   text not null,
    from_on  date,
    until_on date,
    primary key (tenant, letter),
    foreign key (tenant, letter) references endorsement_letter (tenant, id)
);
call tenant_table('letter_authority');

alter table letter_request add column told_vacant boolean not null default false;
