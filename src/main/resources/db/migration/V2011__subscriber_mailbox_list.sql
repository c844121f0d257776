-- The two parts of the list of requests, each by when it was asked for.
create index mailbox_request_without on mailbox_request (tenant, asked_at, id) where closed_at is null and proposed is null;
create index mailbox_request_with on mailbox_request (tenant, asked_at, id) where closed_at is null and proposed is not null;
drop index mailbox_request_waiting;
