-- What was keyed from the paper, so that the true-copy mark and the submission hold for it alone (MDN-11(4)).
-- A file that was keyed before has none and is keyed again before it is submitted.
alter table counter_file add column keyed_sha256 text;
