package org.guiche.shared;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table as spreadsheets save it: one line of headings, then one line a row. Cells stand between semicolons, commas or tabs, with or
 * without quotes, which may hold line breaks. Lines without a word are passed over.
 *
 * @param separator what stands between the cells
 */
public record CsvTable(char separator, Line headings, List<Line> lines) {

    private static final char[] SEPARATORS = {';', ',', '\t'};

    /** No text that was read holds it, so a last line of it is there unless a quote swallowed it. */
    private static final String END = "\u0001";

    private static final Pattern NUMBER = Pattern.compile("line (\\d+)");

    public CsvTable {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the table.
     *
     * @param number which line of the file it begins on, the first being 1
     */
    public record Line(long number, List<String> cells) {

        public Line {
            cells = cells.stream().map(String::strip).toList();
        }

        private boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Reads a table.
     *
     * @param isHeading whether a cell is a heading that the caller knows: what stands between the cells is what finds most of them
     * @throws RuleViolation for a table without lines, with more than {@code most}, and for a quote that is wrong or not closed, with its line
     */
    public static CsvTable read(String text, Predicate<String> isHeading, int most) {
        var separator = ';';
        var best = -1L;
        for (var candidate : SEPARATORS) {
            var known = headings(text, candidate).filter(isHeading).count();
            if (known > best) {
                best = known;
                separator = candidate;
            }
        }
        var lines = lines(text, separator, most);
        if (lines.isEmpty()) {
            throw new RuleViolation("shared.csv.empty");
        }
        return new CsvTable(separator, lines.get(0), lines.subList(1, lines.size()));
    }

    /** The cells of the first line; none where it cannot be read like that. */
    private static Stream<String> headings(String text, char separator) {
        try (var records = reader(text, separator).stream()) {
            return records.map(CsvTable::line).filter(line -> !line.isBlank()).limit(1).toList().stream()
                    .flatMap(line -> line.cells().stream());
        } catch (CsvParseException e) {
            return Stream.of();
        }
    }

    private static List<Line> lines(String text, char separator, int most) {
        var lines = new ArrayList<Line>();
        var last = new Line(1, List.of());
        try {
            for (var record : reader(text + "\n" + END, separator)) {
                last = line(record);
                if (!last.isBlank() && !isEnd(last)) {
                    lines.add(last);
                }
                if (lines.size() > most + 1) {
                    throw new RuleViolation("shared.csv.lines", most);
                }
            }
        } catch (CsvParseException e) {
            throw new RuleViolation("shared.csv.quote", number(e, last));
        }
        if (!isEnd(last)) {
            throw new RuleViolation("shared.csv.unclosed", last.number());
        }
        return lines;
    }

    private static boolean isEnd(Line line) {
        return line.cells().equals(List.of(END));
    }

    private static Line line(CsvRecord record) {
        return new Line(record.getStartingLineNumber(), record.getFields());
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return builder(separator).ofCsvRecord(text);
    }

    private static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .allowExtraFields(true)
                .allowMissingFields(true);
    }

    /** The cells of one line by itself, as it was pasted: quotes that are wrong or not closed are no reason to refuse it. */
    public static List<String> cells(String line, char separator) {
        var reader = CsvReader.builder().fieldSeparator(separator).allowExtraCharsAfterClosingQuote(true);
        try (var records = reader.ofCsvRecord(line).stream()) {
            return records.findFirst().map(record -> line(record).cells()).orElse(List.of());
        }
    }

    private static long number(CsvParseException wrong, Line before) {
        var said = NUMBER.matcher(String.valueOf(wrong.getMessage()));
        return said.find() ? Long.parseLong(said.group(1)) : before.number() + 1;
    }
}
