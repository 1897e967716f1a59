package org.guiche.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiche.units.Condition.All;
import org.guiche.units.Condition.Any;
import org.guiche.units.Condition.Filled;
import org.guiche.units.Condition.In;
import org.guiche.units.Condition.Not;
import org.jspecify.annotations.Nullable;

/**
 * A condition as people set it up: lines about one field each, of which all hold, or any.
 *
 * @param any whether one of them is enough
 */
public record ConditionRows(boolean any, List<ConditionRow> rows) {

    /** No condition. */
    public static final ConditionRows NONE = new ConditionRows(false, List.of());

    public ConditionRows {
        rows = List.copyOf(rows);
    }

    /** What a line says of its field. */
    public enum Operator {
        IS,
        IS_NOT,
        FILLED,
        EMPTY;

        /** Whether it names values. */
        public boolean takesValues() {
            return this == IS || this == IS_NOT;
        }
    }

    /**
     * One line.
     *
     * @param values where the operator takes some; none while nobody has chosen
     */
    public record ConditionRow(String field, Operator operator, Set<String> values) {

        public ConditionRow {
            values = operator.takesValues() ? Set.copyOf(values) : Set.of();
        }

        /** A line about that field that is still to be finished. */
        public static ConditionRow about(Field field) {
            return new ConditionRow(field.key(), hasValues(field) ? Operator.IS : Operator.FILLED, Set.of());
        }

        /** Whether the field's answers can be named. */
        public static boolean hasValues(Field field) {
            return field.kind().hasOwnOptions() || field.kind() == FieldKind.BOOLEAN;
        }

        private Condition condition() {
            var positive = operator.takesValues() ? new In(field, values) : new Filled(field);
            return operator == Operator.IS || operator == Operator.FILLED ? positive : new Not(positive);
        }

        private static Optional<ConditionRow> of(Condition condition) {
            if (condition instanceof In in) {
                return Optional.of(new ConditionRow(in.field(), Operator.IS, in.values()));
            }
            if (condition instanceof Filled filled) {
                return Optional.of(new ConditionRow(filled.field(), Operator.FILLED, Set.of()));
            }
            if (condition instanceof Not not && !(not.condition() instanceof Not)) {
                return of(not.condition())
                        .map(row -> new ConditionRow(
                                row.field, row.operator == Operator.IS ? Operator.IS_NOT : Operator.EMPTY, row.values));
            }
            return Optional.empty();
        }
    }

    /** The lines of a condition; nothing for one that lines cannot say. */
    public static Optional<ConditionRows> of(@Nullable Condition condition) {
        if (condition == null) {
            return Optional.of(NONE);
        }
        var isAny = condition instanceof Any;
        var parts = condition instanceof All all
                ? all.conditions()
                : condition instanceof Any any ? any.conditions() : List.of(condition);
        var rows = new ArrayList<ConditionRow>();
        for (var part : parts) {
            var row = ConditionRow.of(part);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
        }
        return Optional.of(new ConditionRows(isAny, rows));
    }

    /** The condition that they say; null where there is no line. */
    public @Nullable Condition condition() {
        var conditions = rows.stream().map(ConditionRow::condition).toList();
        if (conditions.size() < 2) {
            return conditions.isEmpty() ? null : conditions.get(0);
        }
        return any ? new Any(conditions) : new All(conditions);
    }

    /** The same with one line more. */
    public ConditionRows with(ConditionRow row) {
        var more = new ArrayList<>(rows);
        more.add(row);
        return new ConditionRows(any, more);
    }

    /** The same with that line instead of the one that stands there. */
    public ConditionRows with(int place, ConditionRow row) {
        var others = new ArrayList<>(rows);
        others.set(place, row);
        return new ConditionRows(any, others);
    }

    /** The same without the line that stands there. */
    public ConditionRows without(int place) {
        var others = new ArrayList<>(rows);
        others.remove(place);
        return new ConditionRows(any, others);
    }
}
