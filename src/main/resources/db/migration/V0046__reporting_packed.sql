-- How long each first answer and each solution of a month took, for halves and nine in ten over years: a row for many tickets, their
-- numbers one behind the other, as many bytes for each as for the next, in the same order in every column. Nothing in it is of its own:
-- it is packed again from reporting_ticket when one of the month's tickets changed, and not read until then.
create table reporting_packed (
    moment text not null,
    month date not null,
    unit_id bigint not null,
    sector_id bigint not null,
    priority text not null,
    channel text not null,
    hours bytea not null,
    agents bytea not null,
    classifications bytea not null,
    companies bytea not null,
    groups bytea not null,
    business bytea not null,
    running bytea not null,
    constraint reporting_packed_pkey primary key (moment, month, unit_id, sector_id, priority, channel),
    constraint reporting_packed_moment check (moment in ('ANSWERED', 'SOLVED'))
);

-- Which months are packed as they are now.
create table reporting_packed_month (
    month date primary key,
    packed boolean not null default false,
    touched_at timestamptz not null
);
