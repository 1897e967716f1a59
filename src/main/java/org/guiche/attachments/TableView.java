package org.guiche.attachments;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.JsonText;

/** The first rows of a table that is written as text. */
final class TableView {

    static final int MOST_ROWS = 500;
    static final int MOST_COLUMNS = 50;

    private static final int LONGEST_CELL = 1000;
    private static final int LOOKED_AT = 20;
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

    private TableView() {}

    /** Its rows; empty where no separator makes a table of it. */
    static Optional<JsonObject> of(TextView text) {
        var separator = ',';
        var best = 1;
        for (var candidate : SEPARATORS) {
            var columns = columns(rows(text, candidate, LOOKED_AT));
            if (columns > best) {
                best = columns;
                separator = candidate;
            }
        }
        return best == 1 ? Optional.empty() : Optional.of(table(text, separator));
    }

    /** How many columns the most of these rows have; one where they do not agree. */
    private static int columns(List<CsvRecord> rows) {
        if (rows.isEmpty()) {
            return 1;
        }
        var first = rows.get(0).getFieldCount();
        var agreeing = rows.stream().filter(row -> row.getFieldCount() == first).count();
        return agreeing * 10 >= rows.size() * 8L ? first : 1;
    }

    private static JsonObject table(TextView text, char separator) {
        var rows = rows(text, separator, MOST_ROWS + 1);
        var whole = JsonText.array();
        rows.stream().limit(MOST_ROWS).map(TableView::cells).forEach(whole::add);
        var cut = text.cut()
                || rows.size() > MOST_ROWS
                || rows.stream().anyMatch(row -> row.getFieldCount() > MOST_COLUMNS);
        return JsonText.object().add("rows", whole).add("cut", cut).build();
    }

    private static JsonArrayBuilder cells(CsvRecord row) {
        var cells = JsonText.array();
        row.getFields().stream()
                .limit(MOST_COLUMNS)
                .map(cell -> cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + '…' : cell)
                .forEach(cells::add);
        return cells;
    }

    /** As far as they can be read. */
    private static List<CsvRecord> rows(TextView text, char separator, int most) {
        var rows = new ArrayList<CsvRecord>();
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text.text())) {
            for (var each = reader.iterator(); rows.size() < most && each.hasNext(); ) {
                rows.add(each.next());
            }
        } catch (CsvParseException e) {
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
