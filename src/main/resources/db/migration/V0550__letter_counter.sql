-- The register of letters: one counter for each series and year, without gaps.
create table letter_counter (
    tenant uuid not null default current_tenant(),
    kind text not null,
    year int not null,
    last_number int not null check (last_number > 0),
    primary key (tenant, kind, year)
);

call tenant_table('letter_counter');
