-- Letters that their owners sign, from the upload to the registered signature (MDN-7(5)a, 8).
create table signing_letter (
    tenant             uuid             not null default current_tenant(),
    id                 uuid             not null,
    owner              uuid             not null,
    state              text             not null check (state in ('DRAFT', 'SIGNING', 'SIGNED')),
    file_name          text             not null,
    original           uuid             not null,
    original_size      bigint           not null,
    page_sizes         text             not null,
    duty               text             not null check (duty in ('EMAIL', 'OFFICIAL_LETTER', 'OTHER')),
    number             text             not null,
    subject            text             not null,
    page               int              not null,
    from_left          double precision not null,
    from_top           double precision not null,
    width              double precision not null,
    height             double precision not null,
    token              text             not null,
    created_at         timestamptz      not null,
    signing_at         timestamptz,
    signed             uuid,
    signed_sha256      text,
    mark               text,
    signed_at          timestamptz,
    signer_name        text,
    signer_post        text,
    signer_agency      text,
    certificate_sha256 text,
    authority          text,
    standing           text,
    primary key (tenant, id),
    foreign key (tenant, owner) references person (tenant, id),
    unique (tenant, token),
    check (state <> 'SIGNED' or (signed is not null and signed_sha256 is not null and mark is not null
        and signed_at is not null and signer_name is not null and signer_post is not null
        and signer_agency is not null and certificate_sha256 is not null and authority is not null
        and standing is not null))
);
create index signing_letter_owner on signing_letter (tenant, owner, created_at desc, id desc);
create index signing_letter_mark on signing_letter (tenant, mark) where mark is not null;
create index signing_letter_sha256 on signing_letter (tenant, signed_sha256) where signed_sha256 is not null;
comment on column signing_letter.page_sizes is 'points, width x height of each page as seen, such as 595x842,595x842';
comment on column signing_letter.token is 'of the check page; 128 random bits, decided before signing because the QR code carries it';
comment on column signing_letter.signing_at is 'when the signing that is under way began; a later try takes over after two minutes';
comment on column signing_letter.mark is 'SHA-256 of the signature as it stands in the file: finds the letter when its content was changed';
call tenant_table('signing_letter');
