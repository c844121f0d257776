-- What a file on paper applies for: until now always an individual certificate (MDN-6, CJR-7).
alter table counter_file
    add column type text not null default 'INDIVIDUAL' check (type in ('INDIVIDUAL', 'POSITION', 'SYSTEM')),
    add column kind text,
    add constraint counter_file_kind_of_position check ((type = 'POSITION') = (kind is not null));
