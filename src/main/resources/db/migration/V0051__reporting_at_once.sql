-- Cuts that no cells know ask the tickets, and these their facts (ADR 39): only of those that counted for something within the time.
alter table reporting_ticket add column last_day date;

update reporting_ticket t set last_day = greatest(t.created_day, t.answered_day, t.solved_day, f.day)
    from (select ticket_id, max(day) as day from reporting_fact group by 1) f where f.ticket_id = t.ticket_id;
update reporting_ticket set last_day = greatest(created_day, answered_day, solved_day) where last_day is null;

alter table reporting_ticket alter column last_day set not null;
create index reporting_ticket_last_day on reporting_ticket (last_day);

-- What is open now lies all over the tickets; every report counts it, by its age and in each line, and finds all that it needs here.
drop index reporting_ticket_unfinished;
create index reporting_ticket_unfinished on reporting_ticket (unit_id, sector_id, category, created_at)
    include (agent_id, classification_id, priority, company_id, group_id, requester_id, channel, status_id)
    where category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');

drop view reporting_label_figure;

create or replace view reporting_figure as
    select t.ticket_id, t.unit_id, t.sector_id, t.agent_id, t.classification_id, t.priority, t.company_id, t.group_id, t.requester_id,
        t.channel, t.tags, t.created_day as day, 'CREATED' as figure, cast(0 as bigint) as part, 1 as n, cast(0 as bigint) as business,
        cast(0 as bigint) as running, t.labels, t.last_day
    from reporting_ticket t
    union all
    select t.ticket_id, t.unit_id, t.sector_id, t.agent_id, t.classification_id, t.priority, t.company_id, t.group_id, t.requester_id,
        t.channel, t.tags, t.answered_day, 'ANSWERED', 0, 1, t.answer_business, t.answer_running, t.labels, t.last_day
    from reporting_ticket t where t.answered_day is not null
    union all
    select t.ticket_id, t.unit_id, t.sector_id, t.agent_id, t.classification_id, t.priority, t.company_id, t.group_id, t.requester_id,
        t.channel, t.tags, t.solved_day, 'SOLVED', 0, 1, t.solve_business, t.solve_running, t.labels, t.last_day
    from reporting_ticket t where t.solved_day is not null
    union all
    select t.ticket_id, t.unit_id, t.sector_id, t.agent_id, t.classification_id, t.priority, t.company_id, t.group_id, t.requester_id,
        t.channel, t.tags, f.day, f.figure, f.part, f.n, f.business, f.running, t.labels, t.last_day
    from reporting_fact f join reporting_ticket t on t.ticket_id = f.ticket_id;

-- Labels have cells of days as all others have, and of each sector: a label's page has a line for each, and is drawn day by day.
drop table reporting_label_cell;

create table reporting_label_cell (
    grain text not null,
    day date not null,
    unit_id bigint not null,
    sector_id bigint not null,
    label_id bigint not null,
    figure text not null,
    part bigint not null,
    n bigint not null,
    business bigint not null,
    running bigint not null,
    constraint reporting_label_cell_pkey primary key (grain, day, figure, unit_id, sector_id, label_id, part)
);

insert into reporting_label_cell (grain, day, unit_id, sector_id, label_id, figure, part, n, business, running)
    select 'DAY', f.day, f.unit_id, f.sector_id, l.label_id, f.figure, f.part, sum(f.n), sum(f.business), sum(f.running)
    from reporting_figure f cross join lateral unnest(f.labels) l (label_id) group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2;
insert into reporting_label_cell (grain, day, unit_id, sector_id, label_id, figure, part, n, business, running)
    select 'MONTH', cast(date_trunc('month', cast(day as timestamp)) as date) as month, unit_id, sector_id, label_id, figure, part,
        sum(n), sum(business), sum(running)
    from reporting_label_cell group by 2, 3, 4, 5, 6, 7 order by 2;

create index reporting_label_cell_label on reporting_label_cell (label_id, grain, day);
create index reporting_label_cell_empty on reporting_label_cell (figure) where n = 0;
