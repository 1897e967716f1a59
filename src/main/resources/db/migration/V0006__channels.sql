-- Mails to send, written in the transaction of what they tell; a later sender takes them from here.
create sequence channels_outbox_seq start with 50 increment by 50;

create table channels_outbox (
    id bigint primary key,
    ticket_id bigint,
    kind text not null,
    recipient text not null,
    subject text not null,
    body text not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    sent_at timestamptz,
    attempts integer not null default 0,
    last_error text,
    constraint channels_outbox_ticket foreign key (ticket_id) references tickets_ticket (id) deferrable initially deferred
);

create index channels_outbox_waiting on channels_outbox (due_at, id) where sent_at is null;
create index channels_outbox_ticket_id on channels_outbox (ticket_id);
