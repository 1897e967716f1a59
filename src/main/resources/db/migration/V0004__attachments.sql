-- Bytes are kept once per content, under their SHA-256; a file is a name given to them by a person.
create table attachments_content (
    sha256 text primary key,
    size bigint not null,
    created_at timestamptz not null,
    constraint attachments_content_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);

-- used_at null: uploaded, bound to its owner, not yet part of anything; swept after a day.
create table attachments_file (
    id uuid primary key,
    owner_id bigint not null,
    sha256 text not null,
    name text not null,
    media_type text not null,
    created_at timestamptz not null,
    used_at timestamptz,
    constraint attachments_file_owner foreign key (owner_id) references accounts_person (id),
    constraint attachments_file_content foreign key (sha256) references attachments_content (sha256)
);

create index attachments_file_unused on attachments_file (created_at) where used_at is null;
create index attachments_file_sha256 on attachments_file (sha256);
