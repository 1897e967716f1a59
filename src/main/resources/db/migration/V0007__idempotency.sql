-- First answers to POSTs that carried an Idempotency-Key, written in the transaction of what they did.
create table shared_idempotency (
    caller text not null,
    key text not null,
    request_hash text not null,
    status integer not null,
    location text,
    tag text,
    body text,
    created_at timestamptz not null,
    constraint shared_idempotency_pkey primary key (caller, key)
);

create index shared_idempotency_created_at on shared_idempotency (created_at);
