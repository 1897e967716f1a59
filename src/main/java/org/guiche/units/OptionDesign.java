package org.guiche.units;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The options of one field of a design, which may follow the answer of a field before it. Every act gives another design.
 *
 * @param key the field's
 */
public record OptionDesign(FormDesign design, String key) {

    private static final String PLACE = "option";

    private Field field() {
        return design.field(key);
    }

    /** The options, in order. */
    public List<Option> all() {
        return field().options();
    }

    /** Whether there is an option of that value. */
    public boolean has(String value) {
        return field().hasOption(value);
    }

    /** The list before it that its options follow, where they follow one and do so simply: by its value. */
    public Optional<Field> followed() {
        var keys = new HashSet<String>();
        for (var option : all()) {
            if (option.when() != null) {
                keys.add(References.group(option).map(Condition.In::field).orElse(""));
            }
        }
        return keys.size() == 1 ? design.form().field(keys.iterator().next()) : Optional.empty();
    }

    /** Whether an option is offered by a condition that is more than the value of one list. */
    public boolean isIntricate() {
        return followed().isEmpty() && all().stream().anyMatch(option -> option.when() != null);
    }

    /** Those that are offered for that value of the list they follow; for null those that always are. */
    public List<Option> of(@Nullable String group) {
        var parent = followed().map(Field::key).orElse("");
        return all().stream()
                .filter(option -> group == null
                        ? option.when() == null
                        : option.when() != null && References.isOffered(option, parent, group))
                .toList();
    }

    /** Lets the options follow the value of a list before it: each is offered for its first value, until somebody spreads them. */
    public FormDesign follow(@Nullable String parent) {
        if (parent == null) {
            return mapped(option -> option.when(null));
        }
        var first = design.field(parent).options().stream().map(Option::value).findFirst();
        return mapped(option -> option.when(first.map(value -> (Condition) new Condition.In(parent, Set.of(value)))
                .orElse(null)));
    }

    /** Adds an option for that value of the list they follow, or for always. One of that name that is there already is shared. */
    public FormDesign add(@Nullable String group, @Nullable String label) {
        var said = said(label);
        var known = all().stream().filter(option -> option.label().equals(said)).findFirst();
        if (known.isEmpty()) {
            var options = new ArrayList<>(all());
            options.add(Option.of(fresh(said), said).when(condition(group, Set.of())));
            return replaced(options);
        }
        var values = References.group(known.get()).map(Condition.In::values).orElse(Set.of());
        if (known.get().when() == null || group == null || values.contains(group)) {
            throw RuleViolation.of(PLACE, "units.definition.twice", said);
        }
        return one(known.get().value(), option -> option.when(condition(group, values)));
    }

    private @Nullable Condition condition(@Nullable String group, Set<String> besides) {
        if (group == null) {
            return null;
        }
        var values = new HashSet<>(besides);
        values.add(group);
        return new Condition.In(followed().orElseThrow().key(), values);
    }

    private static String said(@Nullable String label) {
        var said = label == null ? "" : label.strip();
        if (said.isEmpty() || said.length() > FieldKind.SINGLE_CHOICE.longest()) {
            throw RuleViolation.of(PLACE, "units.form.option.label", FieldKind.SINGLE_CHOICE.longest());
        }
        return said;
    }

    private String fresh(String label) {
        if (field().hasOption(label)) {
            throw RuleViolation.of(PLACE, "units.definition.twice", label);
        }
        return label;
    }

    /** Calls an option something else. What was published keeps its value, so that answers go on meaning it. */
    public FormDesign rename(String value, @Nullable String label) {
        var said = said(label);
        var isKnown = design.published()
                .field(key)
                .filter(old -> old.hasOption(value))
                .isPresent();
        if (isKnown || value.equals(said)) {
            return one(value, option -> option.named(value, said));
        }
        var other = fresh(said);
        var changed = one(value, option -> option.named(other, said));
        return new FormDesign(References.revalued(changed.form(), key, value, other), design.published());
    }

    /** Says what stands below an option; nothing where that is empty. */
    public FormDesign help(String value, @Nullable String help) {
        var said = help == null ? "" : help.strip();
        return one(value, option -> option.helped(said.isEmpty() ? null : said));
    }

    /** Moves an option one up or down among those that are shown together. */
    public FormDesign move(String value, @Nullable String group, int by) {
        var together = of(group);
        var at = together.stream().map(Option::value).toList().indexOf(value);
        if (at < 0 || at + by < 0 || at + by >= together.size()) {
            return design;
        }
        var options = new ArrayList<>(all());
        options.remove(together.get(at));
        options.add(options.indexOf(together.get(at + by)) + (by > 0 ? 1 : 0), together.get(at));
        return replaced(options);
    }

    /** Takes an option out of what is offered for that value of the list they follow, or out of the field. */
    public FormDesign remove(String value, @Nullable String group) {
        var option = all().stream().filter(one -> one.value().equals(value)).findFirst();
        var values = new HashSet<>(option.flatMap(References::group)
                .filter(in -> group != null)
                .map(Condition.In::values)
                .orElse(Set.of()));
        values.remove(group);
        if (!values.isEmpty()) {
            return one(
                    value,
                    kept -> kept.when(new Condition.In(followed().orElseThrow().key(), values)));
        }
        return replaced(all().stream().filter(one -> !one.value().equals(value)).toList());
    }

    /** Sends what is answered with that option to that sector; null for the unit's entry. Another field routes no more. */
    public FormDesign route(String value, @Nullable String sector) {
        return routes().lead(value, sector);
    }

    /** The sector that an option leads to; empty for the unit's entry. */
    public Optional<String> sector(String value) {
        return routes().sector(value);
    }

    private OptionRoutes routes() {
        return new OptionRoutes(design, key);
    }

    /** Offers what was read from a spreadsheet: instead of the options that there are, or besides them. */
    public FormDesign paste(List<Spreadsheet.Line> lines, boolean instead) {
        return new Pasting(this, instead).of(lines);
    }

    private FormDesign one(String value, UnaryOperator<Option> change) {
        return mapped(option -> option.value().equals(value) ? change.apply(option) : option);
    }

    private FormDesign mapped(UnaryOperator<Option> change) {
        return design.change(
                key,
                field -> field.withOptions(field.options().stream().map(change).toList()));
    }

    /** With these options instead; routes of those that are gone go too. */
    FormDesign replaced(List<Option> options) {
        return routes().of(options, design.change(key, field -> field.withOptions(options)));
    }
}
