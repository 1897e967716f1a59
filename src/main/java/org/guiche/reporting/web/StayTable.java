package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiche.reporting.Sum;
import org.guiche.shared.Texts;
import org.guiche.tickets.Figure;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Status;
import org.guiche.units.Units;

/** {@code Tempo em cada status}: where tickets spend their time, and for what they wait. For the staff. */
@Named
@RequestScoped
public class StayTable {

    @Inject
    Reporting reporting;

    @Inject
    Drill drill;

    @Inject
    Units units;

    /** A status or a reason. */
    public record Row(String name, String stays, String href, String mean, String running) {}

    /** The statuses in which stays came to their end, the one that took most first. */
    public List<Row> getStatuses() {
        var named = new HashMap<Long, String>();
        statuses()
                .forEach((unit, status) ->
                        named.put(status.id(), Texts.get("reporting.of-unit", status.name(), unit.name())));
        return rows(Figure.STAYED, reporting.dashboard().statuses(), named);
    }

    /** The same of reasons to wait. */
    public List<Row> getReasons() {
        var named = new HashMap<Long, String>();
        statuses()
                .forEach((unit, status) -> status.reasons()
                        .forEach(reason ->
                                named.put(reason.id(), Texts.get("reporting.of-unit", reason.name(), unit.name()))));
        return rows(Figure.HELD, reporting.dashboard().reasons(), named);
    }

    private interface Each {
        void accept(BusinessUnit unit, Status status);
    }

    private record Statuses(List<BusinessUnit> units) {
        void forEach(Each each) {
            units.forEach(unit -> Stream.concat(unit.statuses().stream(), unit.retired().statuses().stream())
                    .forEach(status -> each.accept(unit, status)));
        }
    }

    private Statuses statuses() {
        return new Statuses(units.all());
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
                                Map.of(Drill.PART, String.valueOf(one.getKey()))),
                        Numbers.time(one.getValue().mean()),
                        Numbers.time(one.getValue().runningMean())))
                .toList();
    }
}
