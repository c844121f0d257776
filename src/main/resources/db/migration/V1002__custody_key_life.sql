-- The life of a sealed key after it is made: its passphrase changed, the key destroyed. A destroyed one keeps its row, without its bytes, as proof.
alter table sealed_key add column resealed_at timestamptz;
alter table sealed_key add column destroyed_at timestamptz;
alter table sealed_key add constraint sealed_key_destroyed_is_empty check (destroyed_at is null or ciphertext = ''::bytea);
