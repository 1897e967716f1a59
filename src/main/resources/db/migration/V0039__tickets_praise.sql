-- What requesters found good besides the points that they gave (tickets.Praise), and a ticket's ratings at once, for its page.
alter table tickets_rating add column liked text[] not null default '{}';
alter table tickets_rating add constraint tickets_rating_liked
    check (liked <@ array['AT_ONCE', 'SPEED', 'CLARITY', 'KINDNESS', 'OTHER']);

create index tickets_rating_ticket_id on tickets_rating (ticket_id);
