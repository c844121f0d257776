-- Who answered for the legal office, as written, and who entered it (nobody has an account in the ceremony).
alter table legal_answer add column answered_by text not null default '';
alter table legal_answer add column recorded_by uuid;
alter table legal_answer add foreign key (tenant, recorded_by) references person (tenant, id);
