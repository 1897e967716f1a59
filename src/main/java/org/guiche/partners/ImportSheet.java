package org.guiche.partners;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.CsvTable;
import org.guiche.shared.CsvText;
import org.guiche.shared.RuleViolation;

/** A file as its headings say it. Refuses one that lacks a needed column, or has one twice. */
record ImportSheet(String charset, char separator, List<String> unknown, List<Line> lines) {

    /** A cell under its heading. */
    record Cell(String text, String heading, int place) {

        static final Cell NONE = new Cell("", "", 0);
    }

    /**
     * A line of the file.
     *
     * @param cells by the key of the column
     * @param beyond which column has a cell without a heading above it; 0 where none has
     * @param raw all that stands on it
     */
    record Line(long number, Map<String, Cell> cells, int beyond, List<String> raw) {

        Cell cell(String column) {
            return cells.getOrDefault(column, Cell.NONE);
        }

        String text(String column) {
            return cell(column).text();
        }
    }

    static ImportSheet read(ImportKind kind, byte[] content) {
        var letters = CsvText.of(content);
        var table = CsvTable.read(
                letters.text(),
                cell -> kind.columns().stream().anyMatch(column -> column.isCalled(cell)),
                Imports.MOST_LINES);
        var headings = table.headings().cells();
        var places = places(kind, headings);
        var unknown = new ArrayList<String>();
        for (int i = 0; i < headings.size(); i++) {
            if (!places.containsValue(i) && !headings.get(i).isEmpty()) {
                unknown.add(headings.get(i));
            }
        }
        var lines =
                table.lines().stream().map(line -> line(line, headings, places)).toList();
        return new ImportSheet(letters.charset(), table.separator(), unknown, lines);
    }

    /** Where each column stands. */
    private static Map<String, Integer> places(ImportKind kind, List<String> headings) {
        var places = new HashMap<String, Integer>();
        for (var column : kind.columns()) {
            for (int i = 0; i < headings.size(); i++) {
                if (column.isCalled(headings.get(i)) && places.put(column.key(), i) != null) {
                    throw new RuleViolation("partners.import.column.twice", column.label(), headings.get(i));
                }
            }
            if (column.needed() && !places.containsKey(column.key())) {
                throw new RuleViolation("partners.import.column.missing", column.label(), String.join(", ", headings));
            }
        }
        return places;
    }

    private static Line line(CsvTable.Line read, List<String> headings, Map<String, Integer> places) {
        var cells = new HashMap<String, Cell>();
        var raw = read.cells();
        places.forEach((column, at) ->
                cells.put(column, new Cell(at < raw.size() ? raw.get(at) : "", headings.get(at), at + 1)));
        var beyond = 0;
        for (int i = headings.size(); i < raw.size() && beyond == 0; i++) {
            beyond = raw.get(i).isEmpty() ? 0 : i + 1;
        }
        return new Line(read.number(), cells, beyond, raw);
    }
}
