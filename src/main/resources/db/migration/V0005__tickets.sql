-- The ticket, its conversation, its history, its drafts. The id is the public code: short, unique, never reused (S2-12).
create extension if not exists unaccent;

create text search configuration guiche (copy = portuguese);
alter text search configuration guiche
    alter mapping for hword, hword_part, word with unaccent, portuguese_stem;

create sequence tickets_code_seq start with 48001;

create table tickets_ticket (
    id bigint primary key,
    version integer not null,
    unit_id bigint not null,
    form_id bigint not null,
    sector_id bigint not null,
    status_id bigint not null,
    category text not null,
    hold_reason_id bigint,
    classification_id bigint,
    priority text not null,
    priority_rank smallint not null,
    group_id bigint not null,
    company_id bigint,
    project_id bigint,
    requester_id bigint not null,
    opened_by_id bigint not null,
    assignee_id bigint,
    channel text not null,
    identity_verified boolean not null,
    subject text not null,
    contact jsonb not null,
    answers jsonb not null,
    cc jsonb not null default '[]',
    tags jsonb not null default '[]',
    submission_key uuid,
    created_at timestamptz not null,
    queued_at timestamptz not null,
    last_activity_at timestamptz not null,
    changed_at timestamptz not null,
    status_since timestamptz not null,
    first_response_due timestamptz,
    first_response_at timestamptz,
    resolution_due timestamptz,
    resolved_at timestamptz,
    closed_at timestamptz,
    constraint tickets_ticket_unit foreign key (unit_id) references units_unit (id),
    constraint tickets_ticket_form foreign key (form_id) references units_form (id),
    constraint tickets_ticket_sector foreign key (sector_id) references units_sector (id),
    constraint tickets_ticket_status foreign key (status_id) references units_status (id),
    constraint tickets_ticket_hold_reason foreign key (hold_reason_id) references units_hold_reason (id),
    constraint tickets_ticket_classification foreign key (classification_id) references units_classification (id),
    constraint tickets_ticket_group foreign key (group_id) references accounts_group (id),
    constraint tickets_ticket_company foreign key (company_id) references partners_company (id),
    constraint tickets_ticket_project foreign key (project_id) references partners_project (id),
    constraint tickets_ticket_requester foreign key (requester_id) references accounts_person (id),
    constraint tickets_ticket_opened_by foreign key (opened_by_id) references accounts_person (id),
    constraint tickets_ticket_assignee foreign key (assignee_id) references accounts_person (id),
    constraint tickets_ticket_submission_key unique (submission_key),
    constraint tickets_ticket_category check (category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD', 'RESOLVED', 'CLOSED')),
    constraint tickets_ticket_priority check (priority in ('URGENT', 'HIGH', 'MEDIUM', 'LOW')),
    constraint tickets_ticket_channel check (channel in ('PORTAL', 'EMAIL', 'API', 'PHONE', 'LAUNCHER'))
);

create index tickets_ticket_requester_activity on tickets_ticket (requester_id, last_activity_at desc, id desc) include (category);
create index tickets_ticket_group_activity on tickets_ticket (group_id, last_activity_at desc, id desc) include (category);
create index tickets_ticket_group_unfinished on tickets_ticket (group_id, last_activity_at desc, id desc)
    where category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');
create index tickets_ticket_company_activity on tickets_ticket (company_id, last_activity_at desc, id desc);
create index tickets_ticket_assignee_activity on tickets_ticket (assignee_id, last_activity_at desc, id desc) where assignee_id is not null;
create index tickets_ticket_created on tickets_ticket (created_at desc, id desc);
create index tickets_ticket_changed on tickets_ticket (changed_at);
create index tickets_ticket_activity on tickets_ticket (last_activity_at desc, id desc);
-- Queues hold what is not finished: small at any size of the history.
-- One index for each order of a queue: the next one and one's own place are found at its beginning.
create index tickets_ticket_queue on tickets_ticket (sector_id, priority_rank, queued_at, id)
    where assignee_id is null and category in ('NEW', 'OPEN');
create index tickets_ticket_queue_fifo on tickets_ticket (sector_id, queued_at, id)
    where assignee_id is null and category in ('NEW', 'OPEN');
create index tickets_ticket_queue_due on tickets_ticket (sector_id, coalesce(resolution_due, 'infinity'), queued_at, id)
    where assignee_id is null and category in ('NEW', 'OPEN');
create index tickets_ticket_sector_unfinished on tickets_ticket (sector_id, category, queued_at, id)
    where category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');
create index tickets_ticket_assignee_unfinished on tickets_ticket (assignee_id, queued_at, id)
    where category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');

create sequence tickets_message_seq start with 50 increment by 50;

create table tickets_message (
    id bigint primary key,
    ticket_id bigint not null,
    author_id bigint,
    internal boolean not null,
    channel text not null,
    html text not null,
    plain text not null,
    heading text not null default '',
    cc jsonb not null default '[]',
    created_at timestamptz not null,
    search tsvector not null generated always as (
        setweight(to_tsvector('guiche', heading), 'A') || to_tsvector('guiche', left(plain, 200000))
    ) stored,
    constraint tickets_message_ticket foreign key (ticket_id) references tickets_ticket (id) deferrable initially deferred,
    constraint tickets_message_author foreign key (author_id) references accounts_person (id)
);

create index tickets_message_ticket_id on tickets_message (ticket_id, id);
create index tickets_message_search on tickets_message using gin (search);

create table tickets_message_file (
    message_id bigint not null,
    file_id uuid not null,
    position integer not null,
    constraint tickets_message_file_pkey primary key (message_id, file_id),
    constraint tickets_message_file_file_key unique (file_id),
    constraint tickets_message_file_message foreign key (message_id) references tickets_message (id) deferrable initially deferred,
    constraint tickets_message_file_file foreign key (file_id) references attachments_file (id)
);

create sequence tickets_event_seq start with 50 increment by 50;

create table tickets_event (
    id bigint primary key,
    ticket_id bigint not null,
    type text not null,
    at timestamptz not null,
    actor_id bigint,
    channel text not null,
    internal boolean not null,
    from_value text,
    to_value text,
    constraint tickets_event_ticket foreign key (ticket_id) references tickets_ticket (id) deferrable initially deferred,
    constraint tickets_event_actor foreign key (actor_id) references accounts_person (id)
);

create index tickets_event_ticket_id on tickets_event (ticket_id, id);

-- The wizard's draft: one open draft a person, found from any browser; ticket_id says what became of it.
create table tickets_draft (
    id uuid primary key,
    version integer not null,
    person_id bigint not null,
    content jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ticket_id bigint,
    constraint tickets_draft_person foreign key (person_id) references accounts_person (id),
    constraint tickets_draft_ticket foreign key (ticket_id) references tickets_ticket (id)
);

create unique index tickets_draft_open on tickets_draft (person_id) where ticket_id is null;

create table tickets_reply_draft (
    person_id bigint not null,
    ticket_id bigint not null,
    internal boolean not null,
    html text not null,
    updated_at timestamptz not null,
    constraint tickets_reply_draft_pkey primary key (person_id, ticket_id),
    constraint tickets_reply_draft_person foreign key (person_id) references accounts_person (id),
    constraint tickets_reply_draft_ticket foreign key (ticket_id) references tickets_ticket (id)
);
