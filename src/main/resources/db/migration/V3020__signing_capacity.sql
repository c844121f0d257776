-- In which right the owner signs: the key of the post or mandate chosen, empty for the own post.
alter table signing_letter add column capacity text not null default '';
comment on column signing_letter.capacity is 'own, holding-<id> or mandate-<id>; what it was worded as on the day stands in signer_post';
