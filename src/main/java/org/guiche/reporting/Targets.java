package org.guiche.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.guiche.sheets.Cell;

/** What of promises was kept, as the first figures of a table: the share, and beside it whether that is enough where a report says so. */
final class Targets {

    private Targets() {}

    /** The keys of these figures, and of the others after them. */
    static List<String> figures(OptionalInt target, String... others) {
        var figures = new ArrayList<>(List.of("share"));
        if (target.isPresent()) {
            figures.add("target");
        }
        figures.addAll(Arrays.asList(others));
        return figures;
    }

    /** A row with them. */
    static List<Cell> row(String name, OptionalInt target, long kept, long missed, Cell... others) {
        var cells = Table.row(name, Cell.share(kept, kept + missed));
        if (target.isPresent()) {
            cells.add(Cell.of(Target.of(target, kept, missed).words()));
        }
        cells.addAll(Arrays.asList(others));
        return cells;
    }
}
