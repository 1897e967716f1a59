package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.units.Condition;
import org.guiche.units.ConditionRows;
import org.guiche.units.ConditionRows.ConditionRow;
import org.guiche.units.ConditionRows.Operator;
import org.guiche.units.ConditionWords;
import org.guiche.units.Field;
import org.guiche.units.FieldKind;
import org.guiche.units.FormDesign;
import org.guiche.units.Option;
import org.jspecify.annotations.Nullable;

/** When the chosen field is asked: lines about the fields before it. Or when a request is sensitive: lines about all of them. */
@Named
@RequestScoped
public class FormConditions {

    @Inject
    FormDesk desk;

    /** Something to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * One line, as the panel shows it.
     *
     * @param values what the field may be; none where the operator names no values
     */
    public record Line(int place, List<Choice> fields, List<Choice> operators, List<Choice> values) {}

    /** Whether there is a field before it to ask about. */
    public boolean isPossible() {
        return !before().isEmpty();
    }

    private List<Field> before() {
        if (desk.isSensitive()) {
            return desk.getForm().fields();
        }
        return desk.getField() == null ? List.of() : desk.getDraft().design().before(desk.getChosen());
    }

    private @Nullable Condition condition() {
        var field = desk.getField();
        return desk.isSensitive() ? desk.getForm().sensitive() : field == null ? null : field.visibleWhen();
    }

    private FormDesign changed(FormDesign design, @Nullable Condition condition) {
        return desk.isSensitive() ? design.sensitiveWhen(condition) : design.showWhen(desk.getChosen(), condition);
    }

    /** What a text is called here: {@code units.form.when.always}, {@code units.form.sensitive.always}. */
    public String key(String end) {
        return "units.form." + (desk.isSensitive() ? "sensitive" : "when") + end;
    }

    private @Nullable ConditionRows rows() {
        return ConditionRows.of(condition()).orElse(null);
    }

    /** The condition in words, where lines cannot say it. */
    public String getIntricate() {
        var condition = condition();
        return rows() != null || condition == null ? "" : new ConditionWords(desk.getForm()).say(condition);
    }

    public boolean isAny() {
        var rows = rows();
        return rows != null && rows.any();
    }

    public List<Line> getLines() {
        var rows = rows();
        var lines = new ArrayList<Line>();
        if (rows != null) {
            rows.rows().forEach(row -> lines.add(line(lines.size(), row)));
        }
        return lines;
    }

    private Line line(int place, ConditionRow row) {
        var asked = before().stream()
                .filter(one -> one.key().equals(row.field()))
                .findFirst()
                .orElse(null);
        var fields = before().stream()
                .map(one -> new Choice(one.key(), one.label(), one.key().equals(row.field())))
                .toList();
        var gone = asked == null
                ? Stream.of(new Choice(row.field(), Texts.get("units.when.gone"), true))
                : Stream.<Choice>empty();
        var operators = Stream.of(Operator.values())
                .filter(operator -> operator == row.operator()
                        || !operator.takesValues()
                        || (asked != null && ConditionRow.hasValues(asked)))
                .map(operator -> new Choice(operator.name(), Texts.get(word(operator)), operator == row.operator()))
                .toList();
        return new Line(place, Stream.concat(fields.stream(), gone).toList(), operators, values(row, asked));
    }

    private static String word(Operator operator) {
        return switch (operator) {
            case IS -> "units.operator.is";
            case IS_NOT -> "units.operator.is-not";
            case FILLED -> "units.operator.filled";
            case EMPTY -> "units.operator.empty";
        };
    }

    private static List<Choice> values(ConditionRow row, @Nullable Field asked) {
        if (!row.operator().takesValues()) {
            return List.of();
        }
        var options = asked == null
                ? List.<Option>of()
                : asked.kind() == FieldKind.BOOLEAN
                        ? List.of(
                                Option.of("true", Texts.get("units.answer.yes")),
                                Option.of("false", Texts.get("units.answer.no")))
                        : asked.options();
        var gone = row.values().stream()
                .filter(value ->
                        options.stream().noneMatch(option -> option.value().equals(value)))
                .sorted()
                .map(value -> Option.of(value, Texts.get("units.form.value.gone", value)));
        return Stream.concat(options.stream(), gone)
                .map(option ->
                        new Choice(option.value(), option.label(), row.values().contains(option.value())))
                .toList();
    }

    /** One act on the lines; refused like any other where somebody else was faster. */
    void act(String act) {
        var rows = Objects.requireNonNullElse(rows(), ConditionRows.NONE);
        var changed = act.equals("row-add")
                ? added(rows)
                : act.equals("row-any")
                        ? new ConditionRows(desk.parameter("value").equals("true"), rows.rows())
                        : act.equals("row-none") ? ConditionRows.NONE : changed(act, rows);
        desk.change(design -> changed(design, changed.condition()));
    }

    private ConditionRows added(ConditionRows rows) {
        var before = before();
        return before.isEmpty() ? rows : rows.with(ConditionRow.about(before.get(before.size() - 1)));
    }

    private ConditionRows changed(String act, ConditionRows rows) {
        var at = desk.parameter("at");
        var place = at.matches("\\d{1,3}") ? Integer.parseInt(at) : rows.rows().size();
        if (place >= rows.rows().size()) {
            return rows;
        }
        var row = rows.rows().get(place);
        var value = desk.parameter("value");
        return switch (act) {
            case "row-field" ->
                before().stream()
                        .filter(field -> field.key().equals(value))
                        .findFirst()
                        .map(field -> rows.with(place, ConditionRow.about(field)))
                        .orElse(rows);
            case "row-operator" ->
                Stream.of(Operator.values())
                        .filter(operator -> operator.name().equals(value))
                        .findFirst()
                        .map(operator -> rows.with(place, new ConditionRow(row.field(), operator, row.values())))
                        .orElse(rows);
            case "row-value" -> rows.with(place, new ConditionRow(row.field(), row.operator(), toggled(row, value)));
            case "row-remove" -> rows.without(place);
            default -> rows;
        };
    }

    private static Set<String> toggled(ConditionRow row, String value) {
        var values = new HashSet<>(row.values());
        if (!values.remove(value)) {
            values.add(value);
        }
        return values;
    }
}
