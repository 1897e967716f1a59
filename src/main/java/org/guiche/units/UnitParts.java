package org.guiche.units;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.units.BusinessUnit.Retired;
import org.jspecify.annotations.Nullable;

/** What all units bring, a query a table: by unit, and whether it is in use. */
final class UnitParts {

    private final Map<Long, Map<Boolean, List<Classification>>> classifications;
    private final Map<Long, List<PriorityChoice>> priorities;
    private final Map<Long, Map<Boolean, List<Status>>> statuses;

    UnitParts(EntityManager em) {
        classifications = Row.all(em, """
                        select unit_id, active, first_response_amount, first_response_clock, resolution_amount,
                            resolution_clock, id, key, name, description, priority, recommended
                        from units_classification order by position, id""")
                .collect(groupingBy(
                        row -> row.number(0),
                        partitioningBy(row -> row.flag(1), mapping(UnitParts::classification, toList()))));
        priorities = Row.all(em, """
                        select unit_id, true, first_response_amount, first_response_clock, resolution_amount,
                            resolution_clock, priority, description, recommended
                        from units_priority""").collect(groupingBy(row -> row.number(0), mapping(UnitParts::priority, toList())));
        var reasons = Row.all(
                        em, "select status_id, active, id, key, name from units_hold_reason order by position, id")
                .collect(groupingBy(
                        row -> row.number(0),
                        partitioningBy(
                                row -> row.flag(1),
                                mapping(row -> new HoldReason(row.number(2), row.text(3), row.text(4)), toList()))));
        statuses = Row.all(em, """
                        select unit_id, active, id, key, name, public_name, category, reply_rule, reason_required,
                            offered_after_reply, cast(rules as text)
                        from units_status order by position, id""")
                .collect(groupingBy(
                        row -> row.number(0),
                        partitioningBy(row -> row.flag(1), mapping(row -> status(row, reasons), toList()))));
    }

    private static Classification classification(Row row) {
        return new Classification(
                row.number(6),
                row.text(7),
                row.text(8),
                row.text(9),
                row.choice(10, Priority.class),
                row.flag(11),
                target(row, 2),
                target(row, 4));
    }

    private static PriorityChoice priority(Row row) {
        return new PriorityChoice(
                row.choice(6, Priority.class), row.text(7), row.flag(8), target(row, 2), target(row, 4));
    }

    private static @Nullable Target target(Row row, int column) {
        var amount = row.textIf(column);
        return amount == null ? null : new Target(Amount.parse(amount), row.choice(column + 1, ClockKind.class));
    }

    private static Status status(Row row, Map<Long, Map<Boolean, List<HoldReason>>> reasons) {
        return new Status(
                row.number(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.choice(6, StatusCategory.class),
                row.choice(7, ReplyRule.class),
                row.flag(8),
                row.flag(9),
                of(reasons, row.number(2), true),
                StatusRulesJson.read(row.json(10)),
                of(reasons, row.number(2), false));
    }

    List<Classification> classifications(long unitId) {
        return of(classifications, unitId, true);
    }

    List<PriorityChoice> priorities(long unitId) {
        return priorities.getOrDefault(unitId, List.of()).stream()
                .sorted(Comparator.comparing(PriorityChoice::priority))
                .toList();
    }

    List<Status> statuses(long unitId) {
        return of(statuses, unitId, true);
    }

    Retired retired(long unitId) {
        return new Retired(of(classifications, unitId, false), of(statuses, unitId, false));
    }

    private static <T> List<T> of(Map<Long, Map<Boolean, List<T>>> parts, long id, boolean active) {
        return parts.getOrDefault(id, Map.of()).getOrDefault(active, List.of());
    }
}
