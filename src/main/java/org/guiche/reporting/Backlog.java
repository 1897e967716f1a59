package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.SqlArray;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.BusinessUnit;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;

/** What is open now, by how long ago it was opened: in business days of its unit. */
@Dependent
class Backlog {

    /** Over the columns of {@code reporting_ticket}: what is neither solved nor closed; as its index says it. */
    static final String OPEN = "category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')";

    /** Where a band ends and the next one begins, in business days. */
    static final List<Integer> ENDS = List.of(1, 2, 4, 6);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    /** How many there are of each category in each band, the youngest band first. */
    List<Map<StatusCategory, Long>> ages(Scope scope, Cut cut) {
        var bands = new ArrayList<Map<StatusCategory, Long>>();
        for (int i = 0; i <= ENDS.size(); i++) {
            bands.add(new EnumMap<>(StatusCategory.class));
        }
        ReportSql.of(scope, cut)
                .rows(
                        em,
                        "select width_bucket(-extract(epoch from created_at), l.ends) as band, "
                                + scope.category() + ", count(*) from reporting_ticket join ("
                                + limits() + ") l (unit, ends) on l.unit = unit_id where %s and " + OPEN
                                + " group by 1, 2")
                .forEach(r -> bands.get(((Number) r[0]).intValue())
                        .put(StatusCategory.valueOf((String) r[1]), ((Number) r[2]).longValue()));
        return bands;
    }

    /** Whether a ticket is in that band, as a condition. */
    ReportSql restrict(ReportSql sql, int band) {
        return sql.and(
                OPEN + " and exists (select from (" + limits()
                        + ") l (unit, ends) where l.unit = unit_id and width_bucket(-extract(epoch from created_at), l.ends) = ?)",
                band);
    }

    /** For each unit the negative moments at which a band ends, as numbers: of our own making, so they may be part of a text. */
    private String limits() {
        var now = clock.instant();
        var rows = units.all().stream().map(unit -> row(unit, now)).toList();
        return "values " + String.join(", ", rows);
    }

    private static String row(BusinessUnit unit, Instant now) {
        var ends = ENDS.stream()
                .map(days -> -daysAgo(unit.calendar(), now, days).getEpochSecond())
                .toList();
        return "(" + unit.id() + ", cast('" + SqlArray.of(ends) + "' as numeric[]))";
    }

    /** The same time of the day, so many business days ago; running days where there is no service at all. */
    static Instant daysAgo(ServiceCalendar calendar, Instant now, int days) {
        var local = now.atZone(calendar.zone());
        var back = local;
        int counted = 0;
        while (counted < days) {
            back = back.minusDays(1);
            if (calendar.hours().isNever() || calendar.isBusinessDay(back.toLocalDate())) {
                counted++;
            }
        }
        return back.toInstant();
    }
}
