package org.guiche.reporting;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.guiche.shared.SqlArray;
import org.guiche.tickets.TicketFigures;
import org.guiche.tickets.TicketFigures.Counted;
import org.guiche.tickets.TicketFigures.Cuts;
import org.guiche.tickets.TicketFigures.Lasted;
import org.jspecify.annotations.Nullable;

/**
 * Writes the figures of tickets in place of those they had, and keeps the cells in step: what the view tells of them is taken out of
 * the cells before, and put in after.
 */
@Dependent
class FactStore {

    private static final int DAY_HOURS = 24;

    /** What the view tells of some tickets, by the day and by the month. */
    private static final String SOURCE = """
            with told as materialized (select * from reporting_figure where ticket_id = any(cast(?1 as bigint[]))),
            stepped as (select 'DAY' as grain, * from told union all select 'MONTH', t.* from (
                select ticket_id, unit_id, sector_id, agent_id, classification_id, priority, company_id, group_id, requester_id, channel,
                    tags, cast(date_trunc('month', cast(day as timestamp)) as date), figure, part, n, business, running, labels, last_day
                from told) t)""";

    private static final String THESE = "where ticket_id = any(cast(?1 as bigint[]))";

    @PersistenceContext
    EntityManager em;

    @Inject
    PackedMonths months;

    @Inject
    Labels labels;

    private record Fact(long ticketId, LocalDate day, Counted counted) {}

    /** Puts these figures in place of those that the same tickets had. */
    void replace(Collection<TicketFigures> figures) {
        if (figures.isEmpty()) {
            return;
        }
        var ids = SqlArray.of(figures.stream().map(TicketFigures::ticketId).toList());
        months.touch(ids);
        run(inAllCells(-1), ids);
        run("delete from reporting_fact " + THESE, ids);
        labels.know(figures);
        write(figures);
        facts(figures);
        run(inAllCells(1), ids);
        months.touch(ids);
        for (var cube : Cube.values()) {
            run("delete from " + cube.table() + " where n = 0");
        }
    }

    private static String inAllCells(int times) {
        var cubes = List.of(Cube.values());
        var last = cubes.size() - 1;
        return SOURCE
                + cubes.subList(0, last).stream()
                        .map(cube -> ", in_" + cube.table() + " as (" + cube.add("stepped", times) + ")")
                        .collect(joining())
                + " " + cubes.get(last).add("stepped", times);
    }

    /** Counts all cells again from what is known of every ticket. */
    void recount() {
        for (var cube : Cube.values()) {
            run("delete from " + cube.table());
            cube.fill().forEach(this::run);
        }
    }

    private void write(Collection<TicketFigures> figures) {
        run("""
                insert into reporting_ticket (ticket_id, unit_id, sector_id, agent_id, classification_id, priority, company_id, group_id,
                    requester_id, channel, tags, status_id, category, created_at, created_day, created_hour, answered_day, answer_business,
                    answer_running, solved_day, solve_business, solve_running, last_day, labels)
                select t.id, t.unit, t.sector, t.agent, t.classification, t.priority, t.company, t.grp, t.requester, t.channel,
                    array(select jsonb_array_elements_text(t.tags)), t.status, t.category, t.created, t.day, t.hour, t.answered,
                    t.answer_business, t.answer_running, t.solved, t.solve_business, t.solve_running, t.last,
                    array(select l.id from reporting_label l where l.name in (select jsonb_array_elements_text(t.tags)) order by l.id)
                from unnest(cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as bigint[]), cast(?4 as bigint[]), cast(?5 as bigint[]),
                    cast(?6 as text[]), cast(?7 as bigint[]), cast(?8 as bigint[]), cast(?9 as bigint[]), cast(?10 as text[]),
                    cast(?11 as jsonb[]), cast(?12 as bigint[]), cast(?13 as text[]), cast(?14 as timestamptz[]), cast(?15 as date[]),
                    cast(?16 as smallint[]), cast(?17 as date[]), cast(?18 as int[]), cast(?19 as int[]), cast(?20 as date[]),
                    cast(?21 as int[]), cast(?22 as int[]), cast(?23 as date[]))
                    t (id, unit, sector, agent, classification, priority, company, grp, requester, channel, tags, status, category, created,
                        day, hour, answered, answer_business, answer_running, solved, solve_business, solve_running, last)
                on conflict (ticket_id) do update set (unit_id, sector_id, agent_id, classification_id, priority, company_id, group_id,
                    requester_id, channel, tags, status_id, category, created_at, created_day, created_hour, answered_day,
                    answer_business, answer_running, solved_day, solve_business, solve_running, last_day, labels) = (excluded.unit_id, excluded.sector_id,
                    excluded.agent_id, excluded.classification_id, excluded.priority, excluded.company_id, excluded.group_id,
                    excluded.requester_id, excluded.channel, excluded.tags, excluded.status_id, excluded.category, excluded.created_at,
                    excluded.created_day, excluded.created_hour, excluded.answered_day, excluded.answer_business, excluded.answer_running,
                    excluded.solved_day, excluded.solve_business, excluded.solve_running, excluded.last_day, excluded.labels)""", columns(figures).toArray());
    }

    private static List<Object> columns(Collection<TicketFigures> figures) {
        var columns = new ArrayList<Object>();
        columns.add(array(figures, TicketFigures::ticketId));
        columns.addAll(cuts(figures.stream().map(TicketFigures::cuts).toList()));
        columns.add(array(figures, TicketFigures::createdAt));
        columns.add(array(figures, one -> day(one, one.createdAt())));
        columns.add(array(figures, FactStore::hour));
        columns.addAll(lasted(figures, TicketFigures::answer));
        columns.addAll(lasted(figures, TicketFigures::solution));
        columns.add(array(figures, one -> day(one, one.lastAt())));
        return columns;
    }

    private static List<Object> cuts(Collection<Cuts> cuts) {
        return List.of(
                array(cuts, Cuts::unitId),
                array(cuts, Cuts::sectorId),
                array(cuts, Cuts::agentId),
                array(cuts, Cuts::classificationId),
                array(cuts, Cuts::priority),
                array(cuts, Cuts::companyId),
                array(cuts, Cuts::groupId),
                array(cuts, Cuts::requesterId),
                array(cuts, Cuts::channel),
                TagArray.of(cuts.stream().map(Cuts::tags).toList()),
                array(cuts, Cuts::statusId),
                array(cuts, Cuts::category));
    }

    private static List<Object> lasted(
            Collection<TicketFigures> figures, Function<TicketFigures, @Nullable Lasted> which) {
        return List.of(
                array(figures, one -> {
                    var lasted = which.apply(one);
                    return lasted == null ? null : day(one, lasted.at());
                }),
                array(figures, one -> seconds(which.apply(one), Lasted::business)),
                array(figures, one -> seconds(which.apply(one), Lasted::running)));
    }

    private static @Nullable Object seconds(@Nullable Lasted lasted, Function<Lasted, Duration> time) {
        return lasted == null ? null : time.apply(lasted).toSeconds();
    }

    private static LocalDate day(TicketFigures figures, Instant at) {
        return LocalDate.ofInstant(at, figures.zone());
    }

    /** Of the week: 0 is the first hour of Monday. */
    private static int hour(TicketFigures figures) {
        var local = figures.createdAt().atZone(figures.zone());
        return (local.getDayOfWeek().getValue() - 1) * DAY_HOURS + local.getHour();
    }

    private void facts(Collection<TicketFigures> figures) {
        var facts = figures.stream()
                .flatMap(one -> one.counted().stream()
                        .map(counted -> new Fact(one.ticketId(), day(one, counted.at()), counted)))
                .toList();
        run(
                """
                insert into reporting_fact (ticket_id, day, figure, part, n, business, running)
                select v.ticket, v.day, v.figure, v.part, count(*), sum(v.business), sum(v.running)
                from unnest(cast(?1 as bigint[]), cast(?2 as date[]), cast(?3 as text[]), cast(?4 as bigint[]), cast(?5 as bigint[]),
                    cast(?6 as bigint[])) v (ticket, day, figure, part, business, running) group by 1, 2, 3, 4""",
                array(facts, Fact::ticketId),
                array(facts, Fact::day),
                array(facts, fact -> fact.counted().figure()),
                array(facts, fact -> fact.counted().part()),
                array(facts, fact -> fact.counted().business().toSeconds()),
                array(facts, fact -> fact.counted().running().toSeconds()));
    }

    private void run(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }

    private static <T> String array(Collection<T> all, Function<T, @Nullable Object> column) {
        return all.stream().map(column).map(String::valueOf).collect(joining(",", "{", "}"));
    }
}
