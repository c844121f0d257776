-- Who keeps the private key (MDN-1.13). Null of older entries: sealed here where there is a sealed key, else at a system's host.
alter table certificate drop constraint certificate_key_or_system;
alter table certificate add column custody text
    check (custody in ('BUILT_IN_SIGNING_SERVICE', 'SUBSCRIBER_HELD', 'CA_SIGNING_SERVICE'));
alter table certificate add constraint certificate_key_where_kept
    check (custody is null or (sealed_key is not null) = (custody = 'BUILT_IN_SIGNING_SERVICE'));
