-- What the register says of a certificate is what was ordered, whatever changes until the answer (MDN-13(2)).
alter table activation add column ordered_post text;
alter table activation add column ordered_designated boolean;
alter table activation add column ordered_agency text;
alter table activation add column ordered_system uuid;
alter table activation add column ordered_algorithm text;
comment on column activation.ordered_agency is 'null until the order, and of an order older than this column';
