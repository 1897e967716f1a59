package org.guiche.reporting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Where the figures of a cut within a scope are added up from: cells that know all that is asked for, or the view that tells of each
 * ticket; the same figures either way.
 */
record Source(Scope scope, Cut cut, Optional<Cube> cube) {

    /** The one for that cut with these columns besides. */
    static Source of(Scope scope, Cut cut, String... columns) {
        var asked = new HashSet<>(cut.asked().keySet());
        asked.addAll(scope.columns());
        asked.addAll(Arrays.asList(columns));
        if (!asked.contains(Cube.LABEL) && asked.remove(Cut.TAGS)) {
            asked.add(Cube.LABEL);
        }
        return new Source(scope, cut, Cube.knowing(asked));
    }

    String table() {
        return cube.map(Cube::source).orElse("reporting_figure");
    }

    /** What lies within that time. */
    ReportSql within(Period period) {
        return cube.isPresent() ? sql().within(Steps.of(period)) : told(period);
    }

    /**
     * What lies within the cut's time and the time before it, by the day; where that is drawn by the month, whole months by their first
     * day.
     */
    ReportSql drawn() {
        var now = cut.period();
        var both = new Period(now.before().from(), now.to());
        if (cube.isEmpty()) {
            return told(both);
        }
        return sql().within(now.grain() == Grain.MONTH ? Steps.of(now.before()).or(Steps.of(now)) : Steps.days(both));
    }

    /** What was before that day. */
    ReportSql before(LocalDate day) {
        return cube.isPresent() ? sql().within(Steps.before(day)) : sql().and("day < ?", day);
    }

    /** By the tickets, of which few have anything in that time: so the others are not asked for what they have. */
    private ReportSql told(Period period) {
        return sql().during("day", period).and("last_day >= ?", period.from());
    }

    private ReportSql sql() {
        if (cube.isEmpty() || cut.tag() == null) {
            return ReportSql.of(scope, cut);
        }
        var others = new LinkedHashMap<>(cut.asked());
        others.remove(Cut.TAGS);
        return ReportSql.of(scope, others)
                .and(Cube.LABEL + " = (select id from reporting_label where name = ?)", cut.tag());
    }
}
