-- Shards: the list on which a certificate would appear is fixed when it is issued, since its address stands in it.
alter table ca add column shards int not null default 1 check (shards between 1 and 1000);
alter table ca_certificate
    add column shard int not null default 0,
    -- When its status last changed; a delta holds what changed since its base.
    add column status_changed_at timestamptz;
update ca_certificate set status_changed_at = revoked_at where revoked_at is not null;
drop index ca_certificate_revoked;
create index ca_certificate_revoked on ca_certificate (ca, shard, serial) where revoked_at is not null;
create index ca_certificate_changed on ca_certificate (ca, status_changed_at) where status_changed_at is not null;

alter table ca_crl add column base_number bigint;
alter table ca_crl add column delta boolean not null generated always as (base_number is not null) stored;
alter table ca_crl drop constraint ca_crl_pkey;
alter table ca_crl add primary key (ca, shard, delta, number);
