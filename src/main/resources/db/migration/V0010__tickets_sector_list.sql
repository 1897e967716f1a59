-- A sector's list is walked in its own order instead of being sorted at each look.
drop index tickets_ticket_sector_unfinished;
create index tickets_ticket_sector_unfinished on tickets_ticket (sector_id, priority_rank, queued_at, id)
    where category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');
