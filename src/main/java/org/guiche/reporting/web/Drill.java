package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guiche.reporting.Period;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.SliceQuery;
import org.guiche.tickets.Figure;

/** The addresses of the tickets behind figures. */
@RequestScoped
public class Drill {

    @Inject
    Reporting reporting;

    /** Those that counted for that within the report's time. */
    String to(Figure figure) {
        return to(figure, reporting.query().cut().period(), Map.of());
    }

    /** The same within other days, and narrowed by that. */
    String to(Figure figure, Period days, Map<String, String> narrowed) {
        var values = new LinkedHashMap<>(reporting.query().at(days));
        values.remove(ReportQuery.BY);
        values.put(SliceQuery.OF, ReportQuery.word(figure));
        values.putAll(narrowed);
        return reporting.href("tickets", ReportQuery.address(values));
    }

    /** The same of the step that begins on that day, as far as it lies within the report's time. */
    String step(Figure figure, LocalDate start) {
        return to(figure, within(start), Map.of());
    }

    /** The days of the step that begins on that day, as far as they lie within the report's time. */
    Period within(LocalDate start) {
        var all = reporting.query().cut().period();
        var last = all.grain().next(start).minusDays(1);
        return new Period(start.isBefore(all.from()) ? all.from() : start, last.isAfter(all.to()) ? all.to() : last);
    }

    /** Those that are open now, narrowed by that. */
    String open(Map<String, String> narrowed) {
        var values = new LinkedHashMap<>(reporting.query().asked());
        values.remove(ReportQuery.BY);
        values.put(SliceQuery.OF, "backlog");
        values.putAll(narrowed);
        return reporting.href("tickets", ReportQuery.address(values));
    }
}
