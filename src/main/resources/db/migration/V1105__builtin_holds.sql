-- A held certificate has revocation_reason CERTIFICATE_HOLD until it is released or revoked.
alter table ca_certificate
    add column invalid_since timestamptz,
    -- Delta CRLs say removeFromCRL of what was released since their base.
    add column released_at timestamptz,
    add check (released_at is null or revoked_at is null);
