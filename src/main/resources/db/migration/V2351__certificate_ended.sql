-- Certificates by the moment they ended, revoked or expired.
create index certificate_by_true_end on certificate (tenant, least(not_after, coalesce(revoked_at, not_after)), id);
