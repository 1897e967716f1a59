package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guiche.reporting.CutNames;
import org.guiche.reporting.SliceQuery;
import org.guiche.reporting.Sum;
import org.guiche.tickets.Figure;

/** {@code Tempo em cada status}: where tickets spend their time, and for what they wait. For the staff. */
@Named
@RequestScoped
public class StayTable {

    @Inject
    Reporting reporting;

    @Inject
    Drill drill;

    @Inject
    CutNames names;

    /** A status or a reason. */
    public record Row(String name, String stays, String href, String mean, String running) {}

    /** The statuses in which stays came to their end, the one that took most first. */
    public List<Row> getStatuses() {
        return rows(Figure.STAYED, reporting.dashboard().statuses(), names.statuses());
    }

    /** The same of reasons to wait. */
    public List<Row> getReasons() {
        return rows(Figure.HELD, reporting.dashboard().reasons(), names.reasons());
    }

    private List<Row> rows(Figure figure, Map<Long, Sum> stays, Map<Long, String> named) {
        return stays.entrySet().stream()
                .filter(one -> named.containsKey(one.getKey()))
                .sorted(Comparator.comparingLong(
                                (Map.Entry<Long, Sum> one) -> one.getValue().running())
                        .reversed())
                .map(one -> new Row(
                        named.getOrDefault(one.getKey(), ""),
                        Numbers.count(one.getValue().n()),
                        drill.to(
                                figure,
                                reporting.query().cut().period(),
                                Map.of(SliceQuery.PART, String.valueOf(one.getKey()))),
                        Numbers.time(one.getValue().mean()),
                        Numbers.time(one.getValue().runningMean())))
                .toList();
    }
}
