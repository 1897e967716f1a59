-- The life of a ticket: what its statuses do by themselves, what is promised to whom, how long its clocks ran, what is due when.
alter table units_status add column rules jsonb not null default '{}';
alter table units_unit add column service_levels jsonb not null default '[]';

-- One row for each time that something is measured: a first answer once, the next ones, updates and escalations again and again.
create sequence tickets_clock_seq start with 50 increment by 50;

create table tickets_clock (
    id bigint primary key,
    ticket_id bigint not null,
    metric text not null,
    amount text not null,
    kind text not null,
    started_at timestamptz not null,
    due_at timestamptz not null,
    paused_at timestamptz,
    stopped_at timestamptz,
    warned_at timestamptz,
    missed_at timestamptz,
    constraint tickets_clock_ticket foreign key (ticket_id) references tickets_ticket (id) deferrable initially deferred,
    constraint tickets_clock_metric check (metric in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'UPDATE', 'RESOLUTION', 'ESCALATION'))
);

create index tickets_clock_ticket_id on tickets_clock (ticket_id, id);
create index tickets_clock_running on tickets_clock (ticket_id) where stopped_at is null;

-- Each stay in a status, with the clocks that stood still there by the rules of that day: a later rule never takes a pause away.
-- It lasts until the next one of the ticket begins. Rows are only ever added.
create sequence tickets_stay_seq start with 50 increment by 50;

create table tickets_stay (
    id bigint primary key,
    ticket_id bigint not null,
    from_at timestamptz not null,
    status_id bigint not null,
    reason_id bigint,
    paused jsonb not null default '[]',
    constraint tickets_stay_ticket foreign key (ticket_id) references tickets_ticket (id) deferrable initially deferred,
    constraint tickets_stay_status foreign key (status_id) references units_status (id),
    constraint tickets_stay_reason foreign key (reason_id) references units_hold_reason (id)
);

create index tickets_stay_ticket_id on tickets_stay (ticket_id, id);

-- What will happen by itself, and when. A row goes in the transaction that does it; only unfinished tickets have any.
create sequence tickets_timer_seq start with 50 increment by 50;

create table tickets_timer (
    id bigint primary key,
    ticket_id bigint not null,
    kind text not null,
    clock_id bigint,
    number integer not null default 0,
    due_at timestamptz not null,
    tried_at timestamptz,
    attempts integer not null default 0,
    constraint tickets_timer_ticket foreign key (ticket_id) references tickets_ticket (id) deferrable initially deferred,
    constraint tickets_timer_clock foreign key (clock_id) references tickets_clock (id) deferrable initially deferred,
    constraint tickets_timer_kind check (kind in ('STATUS', 'REMINDER', 'NOTICE', 'WARNING', 'DEADLINE'))
);

create index tickets_timer_due on tickets_timer (due_at, id) where attempts < 5;
create index tickets_timer_ticket_id on tickets_timer (ticket_id);

-- Units whose promises or calendar changed: their unfinished tickets are reckoned again, after that one, in small steps.
create table tickets_recount (
    unit_id bigint primary key,
    after_id bigint not null default 0,
    asked_at timestamptz not null,
    constraint tickets_recount_unit foreign key (unit_id) references units_unit (id)
);

create index tickets_ticket_unit_unfinished on tickets_ticket (unit_id, id)
    where category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');

-- While the ticket's own clocks stand still.
alter table tickets_ticket add column first_response_paused_at timestamptz;
alter table tickets_ticket add column resolution_paused_at timestamptz;

-- Tickets that belong together. The one that was there first is the target.
create table tickets_link (
    ticket_id bigint not null,
    target_id bigint not null,
    kind text not null,
    created_at timestamptz not null,
    created_by bigint,
    constraint tickets_link_pkey primary key (ticket_id, target_id, kind),
    constraint tickets_link_ticket foreign key (ticket_id) references tickets_ticket (id) deferrable initially deferred,
    constraint tickets_link_target foreign key (target_id) references tickets_ticket (id),
    constraint tickets_link_by foreign key (created_by) references accounts_person (id),
    constraint tickets_link_others check (ticket_id <> target_id),
    constraint tickets_link_kind check (kind in ('RELATED', 'DUPLICATE', 'FOLLOW_UP', 'PARENT'))
);

create index tickets_link_target_id on tickets_link (target_id);

-- How far the demo's clock has been moved.
create table demo_clock (
    id boolean primary key default true,
    advanced_millis bigint not null,
    constraint demo_clock_single check (id)
);

-- What was promised before there were clocks is measured from now on.
insert into tickets_clock (id, ticket_id, metric, amount, kind, started_at, due_at, stopped_at)
select nextval('tickets_clock_seq'), t.id, 'FIRST_RESPONSE', coalesce(c.first_response_amount, p.first_response_amount),
    coalesce(c.first_response_clock, p.first_response_clock), t.created_at, t.first_response_due, t.first_response_at
from tickets_ticket t left join units_classification c on c.id = t.classification_id
left join units_priority p on p.unit_id = t.unit_id and p.priority = t.priority
where t.first_response_due is not null and coalesce(c.first_response_amount, p.first_response_amount) is not null;

insert into tickets_clock (id, ticket_id, metric, amount, kind, started_at, due_at, stopped_at)
select nextval('tickets_clock_seq'), t.id, 'RESOLUTION', coalesce(c.resolution_amount, p.resolution_amount),
    coalesce(c.resolution_clock, p.resolution_clock), t.created_at, t.resolution_due, t.resolved_at
from tickets_ticket t left join units_classification c on c.id = t.classification_id
left join units_priority p on p.unit_id = t.unit_id and p.priority = t.priority
where t.resolution_due is not null and coalesce(c.resolution_amount, p.resolution_amount) is not null;

insert into tickets_timer (id, ticket_id, kind, clock_id, due_at)
select nextval('tickets_timer_seq'), c.ticket_id, 'DEADLINE', c.id, c.due_at
from tickets_clock c where c.stopped_at is null and c.due_at > now();

-- Nobody rewrites what happened: neither events nor stays change or go, whoever asks (PRODUCT 2).
create function tickets_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger tickets_event_append_only before update or delete on tickets_event
    for each row execute function tickets_append_only();
create trigger tickets_event_kept before truncate on tickets_event
    for each statement execute function tickets_append_only();
create trigger tickets_stay_append_only before update or delete on tickets_stay
    for each row execute function tickets_append_only();
create trigger tickets_stay_kept before truncate on tickets_stay
    for each statement execute function tickets_append_only();
