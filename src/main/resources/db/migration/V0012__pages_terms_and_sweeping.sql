-- A ticket's conversation and history are read in the order of time, a page at a time.
create index tickets_message_ticket_time on tickets_message (ticket_id, created_at, id);
drop index tickets_message_ticket_id;
create index tickets_event_ticket_time on tickets_event (ticket_id, at, id);
drop index tickets_event_ticket_id;

-- A membership has a beginning too, and a person may have several in one group, one after the other: a contract and its renewal.
alter table accounts_membership add column valid_from timestamptz not null default '-infinity';
alter table accounts_membership drop constraint accounts_membership_pkey;
alter table accounts_membership add constraint accounts_membership_pkey primary key (person_id, group_id, valid_from);

-- Whom a contract makes the partner's general user, and so whose membership ends with it.
alter table partners_contract add column person_id bigint;
alter table partners_contract add constraint partners_contract_person foreign key (person_id) references accounts_person (id);

update partners_contract c set person_id = m.person_id
from partners_partner p join accounts_membership m on m.group_id = p.group_id and m.whole_group
where p.id = c.partner_id and m.valid_until = cast(c.ends_on + 1 as timestamp) at time zone 'America/Sao_Paulo';

update accounts_membership m
set valid_from = cast(c.starts_on as timestamp) at time zone 'America/Sao_Paulo', valid_until = least(m.valid_until, c.revoked_at)
from partners_contract c join partners_partner p on p.id = c.partner_id
where m.group_id = p.group_id and m.person_id = c.person_id and m.whole_group
    and m.valid_until = cast(c.ends_on + 1 as timestamp) at time zone 'America/Sao_Paulo';

-- What is forgotten after a while is found without reading all that is not.
create index accounts_throttle_window_start on accounts_throttle (window_start);
create index accounts_device_seen_at on accounts_device (seen_at);
create index accounts_token_ended on accounts_token (least(revoked_at, expires_at));
create index tickets_draft_sent on tickets_draft (updated_at) where ticket_id is not null;
