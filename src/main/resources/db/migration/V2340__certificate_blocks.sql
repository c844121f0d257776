-- A certificate that is not to be used here though its authority has not revoked it, and the chain of renewals.
alter table certificate add column blocked_at timestamptz;
alter table certificate add column block_kind text
    check (block_kind in ('SUSPENDED', 'LOST', 'DAMAGED', 'INACCESSIBLE', 'REVOCATION'));
alter table certificate add column predecessor uuid;
alter table certificate add foreign key (tenant, predecessor) references certificate (tenant, id);
alter table certificate add constraint certificate_block_whole check ((blocked_at is null) = (block_kind is null));
alter table certificate add constraint certificate_not_its_own_predecessor check (predecessor <> id);
create index certificate_of_predecessor on certificate (tenant, predecessor) where predecessor is not null;
