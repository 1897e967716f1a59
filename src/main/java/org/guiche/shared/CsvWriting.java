package org.guiche.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables as spreadsheets in Brazil open them: UTF-8 with a mark, semicolons. A cell that a spreadsheet would reckon out begins with an
 * apostrophe, which makes it a text (SECURITY 32).
 */
public final class CsvWriting {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String RECKONED = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvWriting() {}

    /** Writes these rows, the headings first. */
    public static void write(OutputStream out, List<List<String>> rows) throws IOException {
        out.write(MARK);
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8)) {
            rows.forEach(row ->
                    csv.writeRecord(row.stream().map(CsvWriting::harmless).toList()));
        }
    }

    /** The same cell as a text; blanks before a sign do not hide it. */
    public static String harmless(String cell) {
        var shown = cell.replace('\u00A0', ' ').stripLeading();
        var begins = !cell.isEmpty() && RECKONED.indexOf(cell.charAt(0)) >= 0;
        return begins || (!shown.isEmpty() && RECKONED.indexOf(shown.charAt(0)) >= 0) ? "'" + cell : cell;
    }
}
