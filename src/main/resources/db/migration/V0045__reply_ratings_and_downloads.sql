-- What replies were given is a figure of its own: the tickets where any was given are reckoned again.
insert into tickets_touched (ticket_id) select distinct ticket_id from tickets_rating where message_id is not null order by ticket_id;

-- That somebody of the staff had a file of a ticket is a kind of reading of its own.
alter table accounts_access drop constraint accounts_access_kind;
alter table accounts_access add constraint accounts_access_kind
    check (kind in ('PERSON', 'TICKET', 'FILE', 'LIST', 'COPY', 'ERASURE', 'LOG'));
