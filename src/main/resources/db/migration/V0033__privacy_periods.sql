-- The last day to tell the authority of an incident follows from when it was known: one function counts business days.
alter table privacy_incident drop column due_on;

-- Closed tickets may be emptied after a time that somebody chose (ADR 35): figures, times and events stay.
alter table tickets_ticket add column emptied_at timestamptz;
create index tickets_ticket_closed on tickets_ticket (closed_at) where category = 'CLOSED' and emptied_at is null;

-- What happened to a ticket stays as it was written, with two exceptions: a person's traces go out of its words, and of a ticket that is
-- emptied go the words of subjects and addresses, and that it was the requester who did it. Each within one function only.
create or replace function tickets_event_changes() returns trigger language plpgsql as $$
declare
    traces text := coalesce(current_setting('guiche.erased', true), '');
    nobody text := coalesce(current_setting('guiche.emptied', true), '');
begin
    if tg_op = 'UPDATE'
        and (new.id, new.ticket_id, new.type, new.at, new.channel, new.internal, new.reason)
            is not distinct from (old.id, old.ticket_id, old.type, old.at, old.channel, old.internal, old.reason)
        and ((traces <> '' and new.actor_id is not distinct from old.actor_id
                and new.from_value is not distinct from shared_redacted(old.from_value, traces)
                and new.to_value is not distinct from shared_redacted(old.to_value, traces))
            or (nobody <> '' and (new.actor_id is not distinct from old.actor_id or new.actor_id = cast(nobody as bigint))
                and (new.from_value is not distinct from old.from_value
                    or (old.type in ('SUBJECT_CHANGED', 'CC_CHANGED') and new.from_value = '[removido]'))
                and (new.to_value is not distinct from old.to_value
                    or (old.type in ('SUBJECT_CHANGED', 'CC_CHANGED') and new.to_value = '[removido]'))))
    then
        return new;
    end if;
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

-- Takes the requester and the words out of the events of closed tickets; the events stay.
create function tickets_empty_events(tickets bigint[], nobody bigint) returns bigint
    language plpgsql security definer set search_path from current as $$
declare
    changed bigint;
begin
    perform set_config('guiche.emptied', cast(nobody as text), true);
    execute 'grant update (from_value, to_value, actor_id) on tickets_event to current_user';
    update tickets_event e set
        actor_id = case when e.actor_id = t.requester_id then nobody else e.actor_id end,
        from_value = case when e.type in ('SUBJECT_CHANGED', 'CC_CHANGED') and e.from_value is not null then '[removido]' else e.from_value end,
        to_value = case when e.type in ('SUBJECT_CHANGED', 'CC_CHANGED') and e.to_value is not null then '[removido]' else e.to_value end
    from tickets_ticket t
    where t.id = e.ticket_id and t.id = any(tickets) and t.category = 'CLOSED'
        and (e.actor_id = t.requester_id or e.type in ('SUBJECT_CHANGED', 'CC_CHANGED'));
    get diagnostics changed = row_count;
    execute 'revoke update (from_value, to_value, actor_id) on tickets_event from current_user';
    perform set_config('guiche.emptied', '', true);
    return changed;
end
$$;
