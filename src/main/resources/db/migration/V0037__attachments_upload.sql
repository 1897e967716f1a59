-- A large file on its way: it comes in pieces, each durable before it counts. CREATED until the first piece is there, COMPLETE once it is a file
-- of the same id. Whoever receives a piece holds the row until receiving_until; what is past expires_at is no upload any more, and swept.
create table attachments_upload (
    id uuid primary key,
    owner_id bigint not null,
    place text not null,
    pool text not null,
    name text not null,
    size bigint not null,
    received bigint not null,
    pieces integer not null,
    store_key text not null,
    state text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    receiver uuid,
    receiving_until timestamptz,
    constraint attachments_upload_owner foreign key (owner_id) references accounts_person (id),
    constraint attachments_upload_state check (state in ('CREATED', 'RECEIVING', 'COMPLETE')),
    constraint attachments_upload_received check (received between 0 and size and (state = 'COMPLETE') = (received = size))
);

create index attachments_upload_owner_id on attachments_upload (owner_id);
create index attachments_upload_pool on attachments_upload (pool) where state <> 'COMPLETE';
create index attachments_upload_expires_at on attachments_upload (expires_at);

-- What a store has to be told of each piece when they become one; a folder needs nothing.
create table attachments_piece (
    upload_id uuid not null,
    number integer not null,
    size bigint not null,
    tag text not null,
    constraint attachments_piece_pkey primary key (upload_id, number),
    constraint attachments_piece_upload foreign key (upload_id) references attachments_upload (id) on delete cascade
);

-- Of a file that came in pieces: whose room it takes besides its owner's, such as a unit's; empty for nobody else's.
alter table attachments_file add column pool text;

create index attachments_file_pool on attachments_file (pool) where pool is not null;
create index attachments_file_large on attachments_file (owner_id, created_at) where pool is not null;
