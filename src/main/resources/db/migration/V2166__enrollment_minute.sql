-- Where nobody stands above an applicant, the head of the registration authority records a minute in place of the letter
-- (MDN-10(2)a, CJR-11(2)a); a request says whether that is asked for.
alter table letter_request add column minute boolean not null default false;

alter table letter_authority drop constraint letter_authority_basis_check;
alter table letter_authority add constraint letter_authority_basis_check
    check (basis in ('SUPERIOR', 'AGENCY_HEAD', 'SECRETARY', 'HEAD_OF_REGION', 'RA_MINUTE', 'MANDATE'));

create table letter_minute (
    tenant    uuid not null default current_tenant(),
    letter    uuid not null,
    decree    text not null,
    decree_on date not null,
    statement text not null,
    primary key (tenant, letter),
    foreign key (tenant, letter) references endorsement_letter (tenant, id)
);
call tenant_table('letter_minute');
