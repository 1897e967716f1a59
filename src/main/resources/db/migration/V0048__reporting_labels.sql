-- Figures by label, and by company of all companies (ADR 39). A ticket counts for each of its labels, so their sums are kept apart from those of everything else; by whole
-- months alone, for on a day hardly two tickets share a label and what is left of a time is told by the tickets.

-- The words of the labels, each once. They are here as long as a ticket has them: somebody may have been named in one and be erased.
create table reporting_label (
    id bigint generated always as identity primary key,
    name text not null,
    constraint reporting_label_name unique (name)
);

-- What a ticket counts for since its figures were last reckoned.
alter table reporting_ticket add column labels bigint[] not null default '{}';

create or replace view reporting_figure as
    select t.ticket_id, t.unit_id, t.sector_id, t.agent_id, t.classification_id, t.priority, t.company_id, t.group_id, t.requester_id,
        t.channel, t.tags, t.created_day as day, 'CREATED' as figure, cast(0 as bigint) as part, 1 as n, cast(0 as bigint) as business,
        cast(0 as bigint) as running, t.labels
    from reporting_ticket t
    union all
    select t.ticket_id, t.unit_id, t.sector_id, t.agent_id, t.classification_id, t.priority, t.company_id, t.group_id, t.requester_id,
        t.channel, t.tags, t.answered_day, 'ANSWERED', 0, 1, t.answer_business, t.answer_running, t.labels
    from reporting_ticket t where t.answered_day is not null
    union all
    select t.ticket_id, t.unit_id, t.sector_id, t.agent_id, t.classification_id, t.priority, t.company_id, t.group_id, t.requester_id,
        t.channel, t.tags, t.solved_day, 'SOLVED', 0, 1, t.solve_business, t.solve_running, t.labels
    from reporting_ticket t where t.solved_day is not null
    union all
    select t.ticket_id, t.unit_id, t.sector_id, t.agent_id, t.classification_id, t.priority, t.company_id, t.group_id, t.requester_id,
        t.channel, t.tags, f.day, f.figure, f.part, f.n, f.business, f.running, t.labels
    from reporting_fact f join reporting_ticket t on t.ticket_id = f.ticket_id;

create table reporting_label_cell (
    grain text not null,
    day date not null,
    unit_id bigint not null,
    label_id bigint not null,
    figure text not null,
    part bigint not null,
    n bigint not null,
    business bigint not null,
    running bigint not null,
    constraint reporting_label_cell_pkey primary key (grain, day, figure, unit_id, label_id, part),
    constraint reporting_label_cell_months check (grain = 'MONTH')
);

create index reporting_label_cell_empty on reporting_label_cell (figure) where n = 0;

-- Months from the cells, days from the tickets, as other cells have both.
create view reporting_label_figure as
    select grain, day, unit_id, label_id, figure, part, n, business, running from reporting_label_cell
    union all
    select 'DAY', f.day, f.unit_id, l.label_id, f.figure, f.part, f.n, f.business, f.running
    from reporting_figure f cross join lateral unnest(f.labels) l (label_id);

-- How long the first answers of a month took, by label, as reporting_packed has them by everything else.
create table reporting_packed_label (
    month date not null,
    unit_id bigint not null,
    label_id bigint not null,
    minutes bytea not null,
    constraint reporting_packed_label_pkey primary key (month, unit_id, label_id)
);

-- As before: words are never a moment longer in reports than in the tickets. Who takes one away waits until those who are just writing what it
-- counts for have written it, else it would be there again a moment later; they read no tickets before they hold the same lock.
create or replace function reporting_tags() returns trigger language plpgsql as $$
declare
    gone text[] := array(select jsonb_array_elements_text(old.tags) except select jsonb_array_elements_text(new.tags));
begin
    if gone <> '{}' then
        perform pg_advisory_xact_lock(38002);
    end if;
    update reporting_ticket set tags = array(select jsonb_array_elements_text(new.tags)) where ticket_id = new.id;
    delete from reporting_label l where l.name = any(gone)
        and not exists (select from reporting_ticket t where t.tags <> '{}' and t.tags @> array[l.name]);
    return null;
end
$$;

-- Tickets with labels are reckoned again.
insert into tickets_touched (ticket_id) select ticket_id from reporting_ticket where tags <> '{}' order by ticket_id;

-- All companies of a time are looked for by the time; its key begins with the company, for one alone.
create index reporting_client_cell_days on reporting_client_cell (grain, day, figure);

-- Lines of all companies over years read some hundred cells a month of these, where those of each unit and sector are thousands.
create table reporting_party_cell (
    grain text not null,
    day date not null,
    company_id bigint not null,
    group_id bigint not null,
    figure text not null,
    part bigint not null,
    n bigint not null,
    business bigint not null,
    running bigint not null,
    constraint reporting_party_cell_pkey primary key (grain, day, figure, company_id, group_id, part),
    constraint reporting_party_cell_months check (grain = 'MONTH')
);

create index reporting_party_cell_company on reporting_party_cell (company_id, day);
create index reporting_party_cell_group on reporting_party_cell (group_id, day);
create index reporting_party_cell_empty on reporting_party_cell (figure) where n = 0;

insert into reporting_party_cell (grain, day, company_id, group_id, figure, part, n, business, running)
    select grain, day, company_id, group_id, figure, part, sum(n), sum(business), sum(running)
    from reporting_client_cell where grain = 'MONTH' group by 1, 2, 3, 4, 5, 6;

create view reporting_party_figure as
    select grain, day, company_id, group_id, figure, part, n, business, running from reporting_party_cell
    union all
    select 'DAY', day, company_id, group_id, figure, part, n, business, running from reporting_client_cell where grain = 'DAY';
