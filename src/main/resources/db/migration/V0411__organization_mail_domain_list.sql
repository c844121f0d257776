-- Changes of mail domains read as a list, by their time.
create index mail_domain_change_in_order on mail_domain_change (tenant, changed_at, id);
drop index mail_domain_change_by_time;
