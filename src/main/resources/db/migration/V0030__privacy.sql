-- What the law on personal data asks for (LGPD, ADR 30): erasure that reaches every text, requests of the people whose data it is, who
-- read whom, how long things are kept, incidents, and who answers for all of it.

-- A text in which nobody is recognised any more by these traces; the same for every text and number of a JSON value.
create function shared_redacted(words text, traces text) returns text language sql immutable parallel safe as $$
    select regexp_replace(words, traces, '[removido]', 'gi')
$$;

create function shared_redacted(content jsonb, traces text) returns jsonb language plpgsql immutable parallel safe as $$
begin
    return case jsonb_typeof(content)
        when 'object' then (select coalesce(jsonb_object_agg(e.key, shared_redacted(e.value, traces)), '{}') from jsonb_each(content) e)
        when 'array' then (select coalesce(jsonb_agg(shared_redacted(e.value, traces) order by e.place), '[]')
            from jsonb_array_elements(content) with ordinality e (value, place))
        when 'string' then to_jsonb(shared_redacted(content #>> '{}', traces))
        when 'number' then case when content #>> '{}' ~* traces then to_jsonb(text '[removido]') else content end
        else content end;
end
$$;

-- The list without these texts.
create function shared_without(list jsonb, words text[]) returns jsonb language sql immutable parallel safe as $$
    select coalesce(jsonb_agg(e.value order by e.place), '[]') from jsonb_array_elements(list) with ordinality e (value, place)
    where not coalesce(lower(e.value #>> '{}') = any(words), false)
$$;

-- What happened to a ticket stays as it was written, with one exception: the law's, by which a person's traces go out of its words.
-- The trigger lets nothing else through, and the right to change these two columns exists within the function only.
create function tickets_event_changes() returns trigger language plpgsql as $$
declare
    traces text := coalesce(current_setting('guiche.erased', true), '');
begin
    if tg_op = 'UPDATE' and traces <> ''
        and (new.id, new.ticket_id, new.type, new.at, new.actor_id, new.channel, new.internal, new.reason)
            is not distinct from (old.id, old.ticket_id, old.type, old.at, old.actor_id, old.channel, old.internal, old.reason)
        and new.from_value is not distinct from shared_redacted(old.from_value, traces)
        and new.to_value is not distinct from shared_redacted(old.to_value, traces)
    then
        return new;
    end if;
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

drop trigger tickets_event_append_only on tickets_event;
create trigger tickets_event_append_only before update or delete on tickets_event
    for each row execute function tickets_event_changes();

-- Takes these traces out of the words of the events, all of them or those of some tickets, and says out of how many.
create function tickets_erase_events(traces text, tickets bigint[]) returns bigint
    language plpgsql security definer set search_path from current as $$
declare
    changed bigint;
begin
    if length(traces) < 5 then
        raise exception 'no traces';
    end if;
    perform set_config('guiche.erased', traces, true);
    execute 'grant update (from_value, to_value) on tickets_event to current_user';
    update tickets_event set from_value = shared_redacted(from_value, traces), to_value = shared_redacted(to_value, traces)
    where (tickets is null or ticket_id = any(tickets)) and (from_value ~* traces or to_value ~* traces);
    get diagnostics changed = row_count;
    execute 'revoke update (from_value, to_value) on tickets_event from current_user';
    perform set_config('guiche.erased', '', true);
    return changed;
end
$$;

-- Who of the staff read whom, once an hour and kind: rows are added and, after their time, swept; never changed.
create table accounts_access (
    subject_id bigint not null,
    hour timestamptz not null,
    reader_id bigint not null,
    kind text not null,
    ticket_id bigint,
    at timestamptz not null,
    constraint accounts_access_pkey primary key (subject_id, hour, reader_id, kind),
    constraint accounts_access_reader foreign key (reader_id) references accounts_person (id),
    constraint accounts_access_kind check (kind in ('PERSON', 'TICKET', 'LIST', 'COPY', 'ERASURE', 'LOG'))
);

create index accounts_access_at on accounts_access (at desc);
create index accounts_access_subject_id on accounts_access (subject_id, at desc);
create index accounts_access_reader_id on accounts_access (reader_id, at desc);
create trigger accounts_access_unchanged before update on accounts_access
    for each row execute function accounts_append_only();
create trigger accounts_access_kept before truncate on accounts_access
    for each statement execute function accounts_append_only();

-- How many days each kind of data is kept, where somebody said otherwise than the product does by itself.
create table shared_retention (
    kind text primary key,
    days integer not null,
    changed_at timestamptz not null,
    changed_by bigint,
    constraint shared_retention_days check (days between 1 and 36500)
);

-- What people ask for about their own data, or others for them, and what became of it.
create table privacy_request (
    id bigint generated always as identity primary key,
    person_id bigint not null,
    kind text not null,
    state text not null,
    note text not null default '',
    asked_at timestamptz not null,
    asked_by bigint not null,
    due_on date not null,
    decided_by bigint,
    decided_at timestamptz,
    reason text not null default '',
    waits_until date,
    waits_for text,
    tried_at timestamptz,
    attempts integer not null default 0,
    done_at timestamptz,
    counts jsonb not null default '{}',
    file uuid,
    size bigint,
    expires_at timestamptz,
    constraint privacy_request_person foreign key (person_id) references accounts_person (id),
    constraint privacy_request_asked_by foreign key (asked_by) references accounts_person (id),
    constraint privacy_request_decided_by foreign key (decided_by) references accounts_person (id),
    constraint privacy_request_kind check (kind in ('COPY', 'CORRECTION', 'ERASURE')),
    constraint privacy_request_state check (state in ('OPEN', 'APPROVED', 'WAITING', 'DONE', 'REFUSED'))
);

create index privacy_request_person_id on privacy_request (person_id, id desc);
create index privacy_request_unfinished on privacy_request (due_on, id) where state in ('OPEN', 'APPROVED', 'WAITING');
create index privacy_request_file on privacy_request (expires_at) where file is not null;
-- One of a kind at a time: who presses twice asked once.
create unique index privacy_request_once on privacy_request (person_id, kind) where state in ('OPEN', 'APPROVED', 'WAITING');

-- What must stay though its time is over: a person's data, or a ticket with its person's.
create table privacy_hold (
    id bigint generated always as identity primary key,
    person_id bigint,
    ticket_id bigint,
    reason text not null,
    until date,
    placed_at timestamptz not null,
    placed_by bigint not null,
    lifted_at timestamptz,
    lifted_by bigint,
    constraint privacy_hold_person foreign key (person_id) references accounts_person (id),
    constraint privacy_hold_placed_by foreign key (placed_by) references accounts_person (id),
    constraint privacy_hold_lifted_by foreign key (lifted_by) references accounts_person (id),
    constraint privacy_hold_one check ((person_id is null) <> (ticket_id is null))
);

create index privacy_hold_person_id on privacy_hold (person_id) where lifted_at is null;
create index privacy_hold_ticket_id on privacy_hold (ticket_id) where lifted_at is null;

-- Incidents are registered whether they are told or not, and never taken away by hand (Res. CD/ANPD 15/2024).
create table privacy_incident (
    id bigint generated always as identity primary key,
    title text not null,
    description text not null,
    measures text not null default '',
    known_at timestamptz not null,
    due_on date not null,
    risky boolean not null,
    authority_at timestamptz,
    people_at timestamptz,
    closed_at timestamptz,
    recorded_at timestamptz not null,
    recorded_by bigint not null,
    constraint privacy_incident_recorded_by foreign key (recorded_by) references accounts_person (id)
);

create table privacy_incident_person (
    incident_id bigint not null,
    person_id bigint not null,
    found_by text not null,
    constraint privacy_incident_person_pkey primary key (incident_id, person_id),
    constraint privacy_incident_person_incident foreign key (incident_id) references privacy_incident (id),
    constraint privacy_incident_person_person foreign key (person_id) references accounts_person (id)
);

create function privacy_incident_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.known_at < now() - interval '5 years' and current_setting('guiche.sweeping', true) = 'on' then
        return old;
    end if;
    raise exception 'incidents are kept for five years' using errcode = 'insufficient_privilege';
end
$$;

create trigger privacy_incident_kept before delete on privacy_incident for each row execute function privacy_incident_kept();
create trigger privacy_incident_all_kept before truncate on privacy_incident for each statement execute function privacy_incident_kept();

-- Who answers for personal data here, as everybody may read it (LGPD, art. 41).
create table privacy_officer (
    id boolean primary key default true,
    name text not null,
    contact text not null,
    small_agent boolean not null default false,
    constraint privacy_officer_single check (id)
);
