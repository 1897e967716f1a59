package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.time.Band;
import org.guiche.time.Wording;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/list.xhtml}: the tree of the units that somebody shapes, with what each of them does. */
@Named
@RequestScoped
public class UnitsPage {

    private static final int DEEPEST = 3;

    @Inject
    EditedUnit edited;

    @Inject
    Units units;

    /**
     * A line of the tree.
     *
     * @param unit null where the node only holds others
     */
    public record Line(String name, int depth, @Nullable BusinessUnit unit, boolean retired) {

        /** The class of how deep it stands. */
        public String css() {
            return "u-depth-" + Math.min(DEEPEST, depth);
        }

        /** How much service there is in a usual week: {@code 42h30 por semana}. */
        public String hours() {
            var served = unit;
            if (served == null || served.calendar().hours().isNever()) {
                return Texts.get("units.list.hours.none");
            }
            var minutes = Arrays.stream(DayOfWeek.values())
                    .flatMap(day -> served.calendar().usual(day).stream())
                    .mapToInt(Band::minutes)
                    .sum();
            return Texts.get("units.list.hours", Wording.length(Duration.ofMinutes(minutes)));
        }
    }

    /** Opens the page; for those who shape some unit. */
    public void enter() {
        edited.shaper();
    }

    /** The tree, a line a node; then those that take no tickets any more. */
    public List<Line> getLines() {
        var person = edited.shaper();
        var openable = units.openableBy(person).stream()
                .filter(unit -> person.administers(unit.key()))
                .toList();
        var lines = new ArrayList<Line>();
        List<String> last = List.of();
        for (var unit : openable.stream()
                .sorted(Comparator.comparing(BusinessUnit::pathLabel))
                .toList()) {
            last = open(last, unit, lines);
            lines.add(new Line(unit.name(), unit.path().size() - 1, unit, false));
        }
        units.administeredBy(person).stream()
                .filter(unit -> !openable.contains(unit))
                .forEach(unit -> lines.add(new Line(unit.name(), 0, unit, true)));
        return lines;
    }

    /** Writes the nodes above a unit that the last one did not have; gives where the tree stands now. */
    private static List<String> open(List<String> last, BusinessUnit unit, List<Line> lines) {
        var path = unit.path();
        for (int i = 0; i < path.size() - 1; i++) {
            var isThere = last.size() > i && last.subList(0, i + 1).equals(path.subList(0, i + 1));
            if (!isThere) {
                lines.add(new Line(path.get(i), i, null, false));
            }
        }
        return path;
    }
}
