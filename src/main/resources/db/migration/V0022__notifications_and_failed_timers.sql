-- What somebody should look at: a row for each person, shown in the pages until it is read, taken away after a while.
create table channels_notification (
    id bigint generated always as identity primary key,
    person_id bigint not null,
    ticket_id bigint not null,
    kind text not null,
    detail text not null default '',
    at timestamptz not null,
    read_at timestamptz,
    constraint channels_notification_person foreign key (person_id) references accounts_person (id),
    constraint channels_notification_ticket foreign key (ticket_id) references tickets_ticket (id) deferrable initially deferred,
    constraint channels_notification_kind check (kind in (
        'WARNING', 'MISSED', 'ASSIGNED', 'ANSWERED', 'SOLVED', 'REPLIED', 'REMINDED', 'NOTICED'))
);

-- The same again, while nobody has looked, is no second row. This is also what the number at the bell is counted on.
create unique index channels_notification_unread on channels_notification (person_id, ticket_id, kind, detail) where read_at is null;
create index channels_notification_person_at on channels_notification (person_id, at desc, id desc);
create index channels_notification_read on channels_notification (read_at) where read_at is not null;
create index channels_notification_at on channels_notification (at);

-- A clock that is not promised any more goes, and the database looks for its timers: with a hundred thousand tickets, in all of them.
create index tickets_timer_clock_id on tickets_timer (clock_id) where clock_id is not null;

-- A timer that failed says why, and those that wait for an administrator are found without reading the others.
alter table tickets_timer add column last_error text;
create index tickets_timer_failed on tickets_timer (tried_at, id) where attempts >= 5;
