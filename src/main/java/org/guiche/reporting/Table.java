package org.guiche.reporting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.sheets.Cell;
import org.guiche.sheets.Heading;
import org.guiche.sheets.Sheet;

/** A table of figures that is there as a whole, with a line for each of a few. */
record Table(String key, String title, List<Heading> headings, List<List<Cell>> rows) {

    private static final int NAME = 28;
    private static final int FIGURE = 14;

    /** What is named in the first column, and what figures it has: the keys of the others, and of messages below {@code reporting}. */
    static Table of(String key, String title, String name, List<String> figures, List<List<Cell>> rows) {
        var headings = new ArrayList<Heading>();
        headings.add(new Heading("name", name, NAME));
        figures.forEach(one -> headings.add(new Heading(one, Texts.get("reporting.field." + one), FIGURE)));
        return new Table(key, title, headings, rows);
    }

    /** A row of it. */
    static List<Cell> row(String name, Cell... figures) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(name));
        cells.addAll(Arrays.asList(figures));
        return cells;
    }

    void write(Sheet sheet) throws IOException {
        sheet.table(key, title, headings);
        for (var row : rows) {
            sheet.row(row);
        }
    }
}
