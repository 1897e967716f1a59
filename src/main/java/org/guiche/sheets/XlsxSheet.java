package org.guiche.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Tables as a workbook, each on a page of its own that begins with the head; one that is longer than a page may be goes on on another.
 * Cells have the type of their kind; texts stand in their cells as texts, so that none is reckoned out and none is kept until the end.
 */
final class XlsxSheet implements Sheet {

    private static final int FLUSHED = 500;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final String GROUND = "E4E9F7";

    private final Workbook book;
    private final Head head;
    private final int most;
    private final Set<String> names = new HashSet<>();
    private @Nullable Worksheet page;
    private String title = "";
    private List<Heading> headings = List.of();
    private int line;

    XlsxSheet(OutputStream out, Head head) {
        this(out, head, Worksheet.MAX_ROWS);
    }

    /** With pages of at most so many lines. */
    XlsxSheet(OutputStream out, Head head, int most) {
        this.book = new Workbook(out, "Guiche", "1.0");
        this.head = head;
        this.most = most;
    }

    @Override
    public void table(String key, String title, List<Heading> headings) throws IOException {
        this.title = title.isEmpty() ? head.title() : title;
        this.headings = headings;
        turn();
    }

    private Worksheet turn() throws IOException {
        if (page != null) {
            page.finish();
        }
        var next = book.newWorksheet(name());
        page = next;
        line = 0;
        for (int i = 0; i < headings.size(); i++) {
            next.width(i, headings.get(i).width() + 2d);
        }
        begin(next);
        return next;
    }

    private void begin(Worksheet next) {
        write(next, 0, Cell.of(head.title()));
        next.style(line, 0).bold().fontSize(14).set();
        line++;
        for (var one : head.lines()) {
            write(next, 0, Cell.of(one.label()));
            write(next, 1, one.value());
            line++;
        }
        line++;
        for (int i = 0; i < headings.size(); i++) {
            next.inlineString(line, i, headings.get(i).label());
            next.style(line, i).bold().fillColor(GROUND).set();
        }
        line++;
        next.freezePane(0, line);
    }

    /** A name as pages may have: short, without what addresses are made of, none twice. */
    private String name() {
        var plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        var name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            var number = " (" + i + ")";
            name = plain.substring(0, Math.min(LONGEST_NAME - number.length(), plain.length())) + number;
        }
        return name;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        var here = line == most || page == null ? turn() : page;
        for (int i = 0; i < cells.size(); i++) {
            write(here, i, cells.get(i));
        }
        line++;
        if (line % FLUSHED == 0) {
            here.flush();
        }
    }

    @Override
    public void note(String text) throws IOException {
        row(List.of(Cell.of(text)));
    }

    @Override
    public void end() throws IOException {
        if (page == null) {
            title = head.title();
            turn();
        }
        book.finish();
    }

    private void write(Worksheet here, int column, Cell cell) {
        if (cell instanceof Cell.Text text) {
            var whole = text.text();
            here.inlineString(line, column, whole.substring(0, Math.min(LONGEST_TEXT, whole.length())));
        } else if (cell instanceof Cell.Count count) {
            here.value(line, column, count.number());
        } else if (cell instanceof Cell.Decimal decimal) {
            number(here, column, decimal.number(), "0.0");
        } else if (cell instanceof Cell.Share share) {
            number(here, column, share.part(), "0.0%");
        } else if (cell instanceof Cell.Length length) {
            number(here, column, length.length().toSeconds() / SECONDS_OF_A_DAY, "[h]:mm");
        } else if (cell instanceof Cell.Day day) {
            here.value(line, column, day.day());
            here.style(line, column).format("dd/mm/yyyy").set();
        } else if (cell instanceof Cell.Moment moment) {
            here.value(line, column, LocalDateTime.ofInstant(moment.at(), moment.zone()));
            here.style(line, column).format("dd/mm/yyyy hh:mm").set();
        }
    }

    private void number(Worksheet here, int column, double value, String format) {
        here.value(line, column, value);
        here.style(line, column).format(format).set();
    }
}
