package org.guiche.reporting;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table of cells: figures added up by the day and by the month for some columns that are asked for together; the smallest first. */
enum Cube {
    UNITS("reporting_unit_cell", "unit_id"),
    SECTORS("reporting_sector_cell", "unit_id, sector_id"),
    GENERAL("reporting_cell", "unit_id, sector_id, classification_id, priority, channel"),
    AGENTS("reporting_agent_cell", "unit_id, sector_id, agent_id"),
    CLIENTS("reporting_client_cell", "unit_id, sector_id, company_id, group_id");

    /** Columns in which a ticket may have nothing; a cell has 0 then. */
    private static final Set<String> OPTIONAL = Set.of("classification_id", "agent_id", "company_id");

    private final String table;
    private final String columns;

    Cube(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    String table() {
        return table;
    }

    /** Its own columns, as a list of SQL. */
    String columns() {
        return columns;
    }

    private List<String> each() {
        return List.of(columns.split(", "));
    }

    /** The smallest that knows all of these columns. */
    static Optional<Cube> knowing(Collection<String> columns) {
        return Arrays.stream(values())
                .filter(cube -> cube.each().containsAll(columns))
                .findFirst();
    }

    /**
     * A statement that adds what a source tells to the cells.
     *
     * @param source has the columns of {@code reporting_figure}, or of these cells, and a {@code grain}
     * @param times 1, or -1 to take it out again
     */
    String add(String source, int times) {
        var key = "grain, day, " + columns + ", figure, part";
        return """
                insert into %1$s (%2$s, n, business, running)
                select grain, day, %3$s, figure, part, %4$d * sum(n), %4$d * sum(business), %4$d * sum(running)
                from %5$s group by %6$s
                on conflict (%2$s) do update set n = %1$s.n + excluded.n, business = %1$s.business + excluded.business,
                    running = %1$s.running + excluded.running""".formatted(table, key, filled(), times, source, places());
    }

    private String filled() {
        return each().stream()
                .map(column -> OPTIONAL.contains(column) ? "coalesce(" + column + ", 0) as " + column : column)
                .collect(joining(", "));
    }

    private String places() {
        var all = new StringBuilder("1");
        for (int i = 2; i <= each().size() + 4; i++) {
            all.append(", ").append(i);
        }
        return all.toString();
    }
}
