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
    /** By the month alone, for lines of all companies; days are those of {@link #CLIENTS}. */
    PARTIES("reporting_party_cell", "company_id, group_id"),
    CLIENTS("reporting_client_cell", "unit_id, sector_id, company_id, group_id"),
    /** A ticket counts in the cell of each of its labels. */
    LABELS("reporting_label_cell", "unit_id, sector_id, label_id");

    /** The column of one label. */
    static final String LABEL = "label_id";

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

    /** What tells its figures, by the day and by the month. */
    String source() {
        return this == PARTIES ? "reporting_party_figure" : table;
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

    /** Statements that count an empty table from the figures of all tickets. */
    List<String> fill() {
        var monthly =
                "(select 'MONTH' as grain, cast(date_trunc('month', cast(day as timestamp)) as date) as day, %s, figure, part, n,"
                        + " business, running from %s) told";
        return this == PARTIES
                ? List.of(addAll(monthly.formatted(columns, "reporting_figure"), 1))
                : List.of(
                        add("(select 'DAY' as grain, * from reporting_figure) told", 1),
                        addAll(monthly.formatted(columns, table + " where grain = 'DAY'"), 1));
    }

    /**
     * A statement that adds to the cells what a source tells of tickets.
     *
     * @param source has the columns of {@code reporting_figure}, and a {@code grain}
     * @param times 1, or -1 to take it out again
     */
    String add(String source, int times) {
        return addAll(
                switch (this) {
                    case PARTIES -> source + " where grain = 'MONTH'";
                    case LABELS -> source + " cross join lateral unnest(labels) label_id";
                    default -> source;
                },
                times);
    }

    /** Day by day, so the cells of a time lie together on the disk also where all are counted at once. */
    private String addAll(String source, int times) {
        var key = "grain, day, " + columns + ", figure, part";
        return """
                insert into %1$s (%2$s, n, business, running)
                select grain, day, %3$s, figure, part, %4$d * sum(n), %4$d * sum(business), %4$d * sum(running)
                from %5$s group by %6$s order by 1, 2
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
