package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds how long each first answer or solution of a cut took: in whole months from what is packed, on other days from the tickets. Either
 * way they come by the hundreds in a row, so that a million of them is counted in a fraction of the time that the database would take.
 */
@Dependent
class DurationQueries {

    /** What is the same for all tickets of a packed row. */
    private static final Set<String> SAME = Set.of("unit_id", "sector_id", "priority", "channel");

    /** The same of rows by label, which have how long first answers took and nothing else. */
    private static final Set<String> SAME_BY_LABEL = Set.of("unit_id");

    private static final String IN_MONTHS = "month = any(cast(? as date[]))";

    @PersistenceContext
    EntityManager em;

    @Inject
    PackedMonths months;

    /**
     * What is asked for.
     *
     * @param inAllOfIt whether in all of the time, not in service time alone
     * @param by the column whose each is told apart; null for nothing
     */
    record Question(
            Scope scope,
            Cut cut,
            Moment moment,
            boolean inAllOfIt,
            @Nullable String by) {

        /** Whether all that it asks for is packed. */
        private boolean isPacked() {
            return isByLabel() ? isPackedByLabel() : isPackedOtherwise();
        }

        private boolean isByLabel() {
            return Cube.LABEL.equals(by);
        }

        private boolean isPackedByLabel() {
            return moment == Moment.ANSWERED
                    && !inAllOfIt
                    && SAME_BY_LABEL.containsAll(scope.columns())
                    && SAME_BY_LABEL.containsAll(cut.asked().keySet());
        }

        private boolean isPackedOtherwise() {
            return SAME.containsAll(scope.columns())
                    && Stream.concat(cut.asked().keySet().stream(), Stream.ofNullable(by))
                            .allMatch(column -> SAME.contains(column) || PackedMonths.EACH.containsKey(column));
        }

        private String name() {
            return by == null ? "''" : "cast(" + by + " as text)";
        }

        private Map<String, Object> asked(boolean isSame) {
            var asked = new TreeMap<>(cut.asked());
            asked.keySet().removeIf(column -> SAME.contains(column) != isSame);
            return asked;
        }
    }

    Durations of(Question question) {
        return of(question, "reporting_ticket", UnaryOperator.identity());
    }

    /**
     * The same of some tickets.
     *
     * @param tickets what stands in place of {@code reporting_ticket}, for what is not packed
     * @param only restricts them further
     */
    Durations of(Question question, String tickets, UnaryOperator<ReportSql> only) {
        var durations = new Durations();
        SortedSet<LocalDate> packed =
                question.isPacked() ? months.within(question.cut().period()) : new TreeSet<>();
        if (!packed.isEmpty() && question.isByLabel()) {
            addPackedByLabel(question, packed, only, durations);
        } else if (!packed.isEmpty()) {
            addPacked(question, packed, durations);
        }
        for (var days : between(question.cut().period(), packed)) {
            var sql = ReportSql.of(question.scope(), question.cut())
                    .during(question.moment().day(), days);
            only.apply(sql)
                    .rows(
                            em,
                            "select " + question.name() + ", string_agg(int4send("
                                    + question.moment().minutesTaken(question.inAllOfIt()) + "), '') from " + tickets
                                    + " where %s group by 1")
                    .filter(row -> row[0] != null)
                    .forEach(row -> durations.add((String) row[0], Numbers.of(row[1]), DurationQueries::isOne));
        }
        return durations;
    }

    private void addPacked(Question question, Set<LocalDate> packed, Durations durations) {
        var each = question.by() == null ? null : PackedMonths.EACH.get(question.by());
        var only = question.asked(false);
        var columns = new StringJoiner(", ", "select ", " from reporting_packed where %s")
                .add(question.inAllOfIt() ? "running" : "business")
                .add(each == null ? question.name() : each);
        only.keySet().forEach(column -> columns.add(PackedMonths.EACH.get(column)));
        var wanted = only.values().stream()
                .mapToInt(value -> ((Long) value).intValue())
                .toArray();
        ReportSql.of(question.scope(), question.asked(true))
                .and("moment = ?", question.moment().name())
                .and(IN_MONTHS, array(packed))
                .rows(em, columns.toString())
                .forEach(row -> {
                    var minutes = Numbers.of(row[0]);
                    var meant = meant(minutes, row, wanted);
                    if (each == null) {
                        durations.add((String) row[1], minutes, meant);
                    } else {
                        durations.addEach(minutes.beside(row[1]), minutes, meant);
                    }
                });
    }

    private void addPackedByLabel(
            Question question, Set<LocalDate> packed, UnaryOperator<ReportSql> only, Durations durations) {
        only.apply(ReportSql.of(question.scope(), question.cut()).and(IN_MONTHS, array(packed)))
                .rows(em, "select " + question.name() + ", minutes from reporting_packed_label where %s")
                .forEach(row -> durations.add((String) row[0], Numbers.of(row[1]), DurationQueries::isOne));
    }

    private static String array(Set<LocalDate> months) {
        return months.toString().replace('[', '{').replace(']', '}');
    }

    private static boolean isOne(int place) {
        return place >= 0;
    }

    /** Those whose numbers in the columns from the third on are these. */
    private static IntPredicate meant(Numbers minutes, Object[] row, int[] wanted) {
        IntPredicate meant = DurationQueries::isOne;
        for (int i = 0; i < wanted.length; i++) {
            var numbers = minutes.beside(row[i + 2]);
            var number = wanted[i];
            meant = meant.and(place -> numbers.get(place) == number);
        }
        return meant;
    }

    /** The days of that time that lie in none of these months. */
    private static List<Period> between(Period period, SortedSet<LocalDate> packed) {
        var left = new ArrayList<Period>();
        var from = period.from();
        for (var month : packed) {
            if (from.isBefore(month)) {
                left.add(new Period(from, month.minusDays(1)));
            }
            from = month.plusMonths(1);
        }
        if (!from.isAfter(period.to())) {
            left.add(new Period(from, period.to()));
        }
        return left;
    }
}
