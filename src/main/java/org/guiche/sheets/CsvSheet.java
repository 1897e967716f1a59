package org.guiche.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.guiche.shared.CsvWriting;

/** Tables as CSV, one under another: semicolons, UTF-8 with a mark, days as dd/mm/aaaa, texts that no spreadsheet reckons out. */
final class CsvSheet implements Sheet {

    private final CsvWriting csv;
    private boolean begun;

    CsvSheet(OutputStream out, Head head) throws IOException {
        csv = CsvWriting.to(out);
        csv.line(List.of(harmless(Cell.of(head.title()))));
        for (var line : head.lines()) {
            csv.line(List.of(harmless(Cell.of(line.label())), harmless(line.value())));
        }
    }

    @Override
    public void table(String key, String title, List<Heading> headings) throws IOException {
        csv.line(List.of());
        if (!title.isEmpty()) {
            csv.line(List.of(CsvWriting.harmless(title)));
        }
        csv.line(headings.stream().map(one -> CsvWriting.harmless(one.label())).toList());
        begun = true;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        csv.line(cells.stream().map(CsvSheet::harmless).toList());
    }

    @Override
    public void note(String text) throws IOException {
        if (begun) {
            csv.line(List.of());
        }
        csv.line(List.of(CsvWriting.harmless(text)));
    }

    @Override
    public void end() throws IOException {
        csv.end();
    }

    /** Numbers stay what they are, also those below zero. */
    private static String harmless(Cell cell) {
        var text = CellText.of(cell);
        return cell instanceof Cell.Text ? CsvWriting.harmless(text) : text;
    }
}
