-- Triage: what nobody has sorted yet, and since when a ticket stands where it stands in its queue; null where it stands there since it was opened.
alter table tickets_ticket add column in_triage boolean not null default false;
alter table tickets_ticket add column placed_at timestamptz;

update tickets_ticket t set in_triage = true
where t.category = 'NEW' and t.assignee_id is null
    and t.sector_id = (select u.entry_sector_id from units_unit u where u.id = t.unit_id);

create index tickets_ticket_triage on tickets_ticket (sector_id, priority_rank, queued_at, id) where in_triage;
create index tickets_ticket_triage_fifo on tickets_ticket (sector_id, queued_at, id) where in_triage;
create index tickets_ticket_triage_due on tickets_ticket (sector_id, coalesce(resolution_due, 'infinity'), queued_at, id) where in_triage;

-- The list of all that is unfinished in a sector is walked in each order, too.
create index tickets_ticket_sector_unfinished_fifo on tickets_ticket (sector_id, queued_at, id)
    where category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');
create index tickets_ticket_sector_unfinished_due on tickets_ticket (sector_id, coalesce(resolution_due, 'infinity'), queued_at, id)
    where category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');

-- When a unit's crew was reminded last of what waits: a round happens once, on whichever node (T7).
create table tickets_triage_round (
    unit_id bigint primary key,
    done_at timestamptz not null,
    constraint tickets_triage_round_unit foreign key (unit_id) references units_unit (id)
);

-- How many open tickets somebody of the staff takes at most, and until when he or she is away.
create table tickets_capacity (
    person_id bigint primary key,
    most_open integer,
    absent_until timestamptz,
    constraint tickets_capacity_person foreign key (person_id) references accounts_person (id),
    constraint tickets_capacity_most_open check (most_open between 1 and 999)
);
