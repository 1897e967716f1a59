package org.guiche.units;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiche.units.Spreadsheet.Line;

/** Puts what was read from a spreadsheet into the options of a field. An option of the same name keeps its value and help. */
final class Pasting {

    private final OptionDesign before;
    private final Map<String, Option> options = new LinkedHashMap<>();
    private final Map<String, String> sectors = new HashMap<>();

    Pasting(OptionDesign before, boolean instead) {
        this.before = before;
        if (!instead) {
            before.all().forEach(option -> options.put(option.label(), option));
            before.all()
                    .forEach(
                            option -> before.sector(option.value()).ifPresent(key -> sectors.put(option.value(), key)));
        }
    }

    FormDesign of(List<Line> lines) {
        lines.forEach(this::line);
        var changed = before.replaced(List.copyOf(options.values()));
        var routing = changed.form().routing();
        var routes = routing != null && routing.field().equals(before.key());
        if (sectors.isEmpty()) {
            return routes ? changed.route(null) : changed;
        }
        return changed.route(new Routing(before.key(), sectors));
    }

    private void line(Line line) {
        var known = options.get(line.label());
        var option = known == null ? named(line.label()) : known;
        options.put(
                line.label(),
                line.parent() == null ? option : shared(option, line.parent().value(), known != null));
        if (line.sector() != null) {
            sectors.put(option.value(), line.sector().key());
        }
    }

    private Option named(String label) {
        return before.all().stream()
                .filter(option -> option.label().equals(label))
                .findFirst()
                .orElseGet(() -> Option.of(label, label))
                .when(null);
    }

    /** One that was offered always goes on to be. */
    private Option shared(Option option, String value, boolean isKnown) {
        if (isKnown && option.when() == null) {
            return option;
        }
        var values =
                new HashSet<>(References.group(option).map(Condition.In::values).orElse(Set.of()));
        values.add(value);
        return option.when(new Condition.In(before.followed().orElseThrow().key(), values));
    }
}
