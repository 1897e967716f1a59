package org.guiche.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables as spreadsheets in Brazil open them: UTF-8 with a mark, semicolons. A cell that a spreadsheet would reckon out begins with an
 * apostrophe, which makes it a text; so does what would be such a cell to one that takes another sign for the end of a cell (SECURITY 32).
 */
public final class CsvWriting {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String RECKONED = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern AFTER_AN_END =
            Pattern.compile("(?<=[;,\t\r\n\"])(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private final CsvWriter csv;

    private CsvWriting(CsvWriter csv) {
        this.csv = csv;
    }

    /** Begins a table there. */
    public static CsvWriting to(OutputStream out) throws IOException {
        out.write(MARK);
        return new CsvWriting(CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8));
    }

    /** Writes a line of cells as they are. */
    public void line(List<String> cells) {
        csv.writeRecord(cells);
    }

    /** Sends what is still on its way; the stream stays open. */
    public void end() throws IOException {
        csv.flush();
    }

    /** Writes these rows, the headings first. */
    public static void write(OutputStream out, List<List<String>> rows) throws IOException {
        var csv = to(out);
        rows.forEach(row -> csv.line(row.stream().map(CsvWriting::harmless).toList()));
        csv.end();
    }

    /** The same cell as a text; blanks before a sign do not hide it. */
    public static String harmless(String cell) {
        var shown = cell.replace('\u00A0', ' ').stripLeading();
        var begins = !cell.isEmpty() && RECKONED.indexOf(cell.charAt(0)) >= 0;
        var mark = begins || (!shown.isEmpty() && RECKONED.indexOf(shown.charAt(0)) >= 0) ? "'" : "";
        var blanks = cell.length() - shown.length();
        return mark
                + cell.substring(0, blanks)
                + AFTER_AN_END.matcher(cell.substring(blanks)).replaceAll("'");
    }
}
