package org.guiche.tickets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiche.shared.StringListConverter;
import org.guiche.tickets.FigureRow.Given;
import org.guiche.tickets.TicketFigures.Cuts;
import org.guiche.units.Priority;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** Reads what figures come from, for many tickets at once, without their words. */
@Dependent
class FigureRows {

    private static final StringListConverter TAGS = new StringListConverter();

    @PersistenceContext
    EntityManager em;

    /** The rows of the tickets of that array of numbers. */
    List<FigureRow> of(String ids) {
        var events = events(ids);
        var replies = replies(ids);
        return rows("""
                select t.id, t.unit_id, t.sector_id, t.assignee_id, t.classification_id, t.priority, t.company_id, t.group_id,
                    t.requester_id, t.channel, t.tags, t.status_id, t.category, t.created_at, t.first_response_at, t.resolved_at,
                    t.merged_into, r.score, r.created_at
                from tickets_ticket t left join tickets_rating r on r.ticket_id = t.id and r.message_id is null
                where t.id = any(cast(?1 as bigint[])) order by t.id""", ids)
                .map(r -> row(
                        r, events.getOrDefault(number(r[0]), List.of()), replies.getOrDefault(number(r[0]), List.of())))
                .toList();
    }

    private Stream<Object[]> rows(String sql, String ids) {
        List<?> found = em.createNativeQuery(sql).setParameter(1, ids).getResultList();
        return found.stream().map(Object[].class::cast);
    }

    private static FigureRow row(Object[] r, List<Object[]> events, List<Given> replies) {
        var score = r[17];
        return new FigureRow(
                number(r[0]),
                cuts(r),
                instant(r[13]),
                instantIf(r[14]),
                instantIf(r[15]),
                r[16] != null,
                score == null ? 0 : ((Number) score).intValue(),
                instantIf(r[18]),
                replies,
                firstLeft(events),
                handOvers(events));
    }

    private static Cuts cuts(Object[] r) {
        return new Cuts(
                number(r[1]),
                number(r[2]),
                numberIf(r[3]),
                numberIf(r[4]),
                Priority.valueOf((String) r[5]),
                numberIf(r[6]),
                number(r[7]),
                number(r[8]),
                Channel.valueOf((String) r[9]),
                TAGS.convertToEntityAttribute(r[10]),
                number(r[11]),
                StatusCategory.valueOf((String) r[12]));
    }

    private Map<Long, List<Object[]>> events(String ids) {
        return rows("""
                        select e.ticket_id, e.at, e.type, e.from_value, e.to_value from tickets_event e
                        where e.ticket_id = any(cast(?1 as bigint[])) and e.type in ('ASSIGNED', 'SECTOR_CHANGED', 'STATUS_CHANGED')
                        order by e.ticket_id, e.id""", ids).collect(groupingBy(r -> number(r[0])));
    }

    private Map<Long, List<Given>> replies(String ids) {
        return rows("""
                        select r.ticket_id, r.score, r.created_at from tickets_rating r
                        where r.ticket_id = any(cast(?1 as bigint[])) and r.message_id is not null""", ids)
                .collect(groupingBy(
                        r -> number(r[0]), mapping(r -> new Given((int) number(r[1]), instant(r[2])), toList())));
    }

    private static @Nullable String firstLeft(List<Object[]> events) {
        return events.stream()
                .filter(event -> type(event) == EventType.STATUS_CHANGED)
                .map(event -> (String) event[3])
                .findFirst()
                .orElse(null);
    }

    /** When it went from one to another, or to another team after somebody had it. */
    private static List<Instant> handOvers(List<Object[]> events) {
        var passed = new ArrayList<Instant>();
        var owned = false;
        for (var event : events) {
            var isMove = type(event) == EventType.SECTOR_CHANGED;
            var isGiven = type(event) == EventType.ASSIGNED && event[4] != null;
            if (isMove ? owned : isGiven && event[3] != null) {
                passed.add(instant(event[1]));
            }
            owned |= isGiven;
        }
        return passed;
    }

    private static EventType type(Object[] event) {
        return EventType.valueOf((String) event[2]);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static @Nullable Long numberIf(@Nullable Object column) {
        return column == null ? null : number(column);
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime at ? at.toInstant() : ((Timestamp) column).toInstant();
    }

    private static @Nullable Instant instantIf(@Nullable Object column) {
        return column == null ? null : instant(column);
    }
}
