-- Whatever kind of key a profile takes can be sealed.

alter table sealed_key drop constraint sealed_key_algorithm_check;
alter table sealed_key add constraint sealed_key_algorithm_check
    check (algorithm in ('EC_P256', 'EC_P384', 'RSA_2048', 'RSA_3072', 'RSA_4096'));
