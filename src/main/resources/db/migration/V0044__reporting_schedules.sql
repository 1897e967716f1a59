-- A file that goes with a mail. It is there until the mail is sent; one that never is loses it after a month.
create table channels_outbox_file (
    mail_id bigint primary key,
    name text not null,
    media_type text not null,
    bytes bytea not null,
    created_at timestamptz not null,
    constraint channels_outbox_file_mail foreign key (mail_id) references channels_outbox (id) on delete cascade deferrable initially deferred
);

alter table channels_outbox_file alter column bytes set storage external;
create index channels_outbox_file_created_at on channels_outbox_file (created_at);

create function channels_outbox_sent() returns trigger language plpgsql as $$
begin
    delete from channels_outbox_file where mail_id = new.id;
    return null;
end
$$;

create trigger channels_outbox_sent after update of sent_at on channels_outbox
    for each row when (new.sent_at is not null) execute function channels_outbox_sent();

-- Reports that somebody has sent again and again, each an address without days. What it shows is asked anew with the rights that its reader
-- has then. due_at is the moment that the next mail is for, in the zone of reports; try_at is from when it is tried, later after a failure.
create table reporting_schedule (
    id bigint generated always as identity primary key,
    person_id bigint not null,
    report text not null,
    address text not null,
    words text not null,
    every text not null,
    day smallint not null,
    hour smallint not null,
    span text not null,
    format text not null,
    due_at timestamptz not null,
    try_at timestamptz not null,
    tries integer not null default 0,
    created_at timestamptz not null,
    constraint reporting_schedule_one unique (person_id, report, address),
    constraint reporting_schedule_person foreign key (person_id) references accounts_person (id),
    constraint reporting_schedule_report check (report in ('DASHBOARD', 'TICKETS')),
    constraint reporting_schedule_every check (every in ('DAY', 'WEEK', 'MONTH')),
    constraint reporting_schedule_day check (day between 1 and case every when 'DAY' then 1 when 'WEEK' then 7 else 31 end),
    constraint reporting_schedule_hour check (hour between 0 and 23),
    constraint reporting_schedule_span check (span in ('DAY', 'WEEK', 'FORTNIGHT', 'THIRTY', 'QUARTER', 'MONTH')),
    constraint reporting_schedule_format check (format in ('XLSX', 'CSV', 'PDF'))
);

create index reporting_schedule_try_at on reporting_schedule (try_at);
