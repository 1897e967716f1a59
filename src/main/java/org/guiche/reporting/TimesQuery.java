package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.reporting.TicketRow.Times;
import org.guiche.shared.SqlArray;
import org.jspecify.annotations.Nullable;

/** What reports know of single tickets. */
@Dependent
class TimesQuery {

    @PersistenceContext
    EntityManager em;

    /** By the number of the ticket; of those that were reckoned. */
    Map<Long, Times> of(Collection<Long> tickets) {
        var times = new HashMap<Long, Times>();
        List<?> found =
                em.createNativeQuery("""
                        select ticket_id, classification_id, answered_day, answer_business, solved_day, solve_business
                        from reporting_ticket where ticket_id = any(cast(?1 as bigint[]))""").setParameter(1, SqlArray.of(tickets)).getResultList();
        found.stream().map(Object[].class::cast).forEach(row -> times.put(Column.number(row[0]), times(row)));
        return times;
    }

    private static Times times(Object[] row) {
        return new Times(
                row[1] == null ? null : Column.number(row[1]),
                row[2] == null ? null : Column.date(row[2]),
                length(row[3]),
                row[4] == null ? null : Column.date(row[4]),
                length(row[5]));
    }

    private static @Nullable Duration length(@Nullable Object seconds) {
        return seconds == null ? null : Duration.ofSeconds(Column.number(seconds));
    }
}
