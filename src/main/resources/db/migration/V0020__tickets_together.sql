-- Tickets that belong together: merged into one, or with parts of their conversation in another one.
alter table tickets_ticket add column merged_into bigint;
alter table tickets_ticket add constraint tickets_ticket_merged_into foreign key (merged_into) references tickets_ticket (id);
alter table tickets_ticket add constraint tickets_ticket_merged_into_another check (merged_into <> id);

create index tickets_ticket_merged_into on tickets_ticket (merged_into) where merged_into is not null;

-- What a merged ticket was before, so that it can be that again; carried: the addresses that the other one got from it.
create table tickets_merge (
    ticket_id bigint primary key,
    target_id bigint not null,
    merged_at timestamptz not null,
    merged_by bigint not null,
    status_id bigint not null,
    reason_id bigint,
    status_since timestamptz not null,
    carried jsonb not null default '[]',
    constraint tickets_merge_ticket foreign key (ticket_id) references tickets_ticket (id),
    constraint tickets_merge_target foreign key (target_id) references tickets_ticket (id),
    constraint tickets_merge_by foreign key (merged_by) references accounts_person (id),
    constraint tickets_merge_status foreign key (status_id) references units_status (id),
    constraint tickets_merge_reason foreign key (reason_id) references units_hold_reason (id)
);

-- A message that was taken into a ticket of its own, and the message that says the same there. It stays where it was said.
create table tickets_split (
    message_id bigint primary key,
    copy_id bigint not null,
    constraint tickets_split_message foreign key (message_id) references tickets_message (id) deferrable initially deferred,
    constraint tickets_split_copy foreign key (copy_id) references tickets_message (id) deferrable initially deferred,
    constraint tickets_split_copy_key unique (copy_id)
);

-- The same file then is part of both messages.
alter table tickets_message_file drop constraint tickets_message_file_file_key;
create index tickets_message_file_file_id on tickets_message_file (file_id);
