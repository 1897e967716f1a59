package org.guiche.sheets;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** The pages of a PDF, A4 lying, from top to bottom; sizes are in points. */
final class PdfPages {

    private static final PDRectangle PAPER =
            new PDRectangle(/* width= */ PDRectangle.A4.getHeight(), /* height= */ PDRectangle.A4.getWidth());
    private static final float MARGIN = 36;
    private static final float ROOM = PAPER.getWidth() - 2 * MARGIN;
    private static final float SIZE = 8;
    private static final float LEADING = 10;
    private static final float PADDING = 3;
    private static final Color RULE = new Color(0xC9, 0xD0, 0xDE);

    private final PDDocument document;
    private final PdfText words;
    private @Nullable PDPageContentStream pen;
    private float y;

    PdfPages(PDDocument document) throws IOException {
        this.document = document;
        this.words = new PdfText(document);
    }

    /** Where a column of a table is. */
    record Column(float left, float width) {}

    /** Columns over the whole page, as wide to one another as these. */
    List<Column> columns(List<Integer> widths) {
        var columns = new ArrayList<Column>();
        float all = widths.stream().mapToInt(Integer::intValue).sum();
        float left = MARGIN;
        for (var width : widths) {
            columns.add(new Column(left, ROOM * width / all));
            left += ROOM * width / all;
        }
        return columns;
    }

    List<String> wrap(String text, Column column, int most) {
        return words.lines(text, SIZE, column.width() - 2 * PADDING, most);
    }

    /** A text over the whole width. */
    void text(String text, float size) throws IOException {
        for (var line : words.lines(text, size, ROOM, Integer.MAX_VALUE)) {
            makeRoom(size + PADDING);
            y -= size + PADDING;
            write(line, MARGIN, y + PADDING, size);
        }
    }

    void gap() {
        y -= LEADING;
    }

    /** Turns the page where there is no room for so many lines. */
    void together(int lines) throws IOException {
        makeRoom(lines * (LEADING + PADDING));
    }

    /** Whether a row of so many lines does not fit any more. */
    boolean isFull(int lines) {
        return pen == null || y - height(lines) < MARGIN;
    }

    private static float height(int lines) {
        return lines * LEADING + PADDING;
    }

    /** A row of cells, each in its lines; figures stand at the right. */
    void row(List<List<String>> cells, List<Column> columns, List<Boolean> figures, @Nullable Color ground)
            throws IOException {
        float height = height(cells.stream().mapToInt(List::size).max().orElse(1));
        makeRoom(height);
        if (ground != null) {
            fill(ground, y - height, height);
        }
        for (int i = 0; i < cells.size(); i++) {
            cell(cells.get(i), columns.get(i), figures.get(i));
        }
        y -= height;
        fill(RULE, y, 0.5f);
    }

    private void cell(List<String> lines, Column column, boolean right) throws IOException {
        float line = y - LEADING + PADDING / 2;
        for (var text : lines) {
            float room = right ? column.width() - 2 * PADDING - (float) words.width(text, SIZE) : 0;
            write(text, column.left() + PADDING + room, line, SIZE);
            line -= LEADING;
        }
    }

    private void makeRoom(float height) throws IOException {
        if (pen == null || y - height < MARGIN) {
            turn();
        }
    }

    void turn() throws IOException {
        finish();
        var page = new PDPage(PAPER);
        document.addPage(page);
        pen = new PDPageContentStream(document, page);
        y = PAPER.getHeight() - MARGIN;
    }

    private PDPageContentStream pen() throws IOException {
        if (pen == null) {
            turn();
        }
        return Objects.requireNonNull(pen);
    }

    private void write(String text, float left, float bottom, float size) throws IOException {
        pen().beginText();
        pen().setFont(words.font(), size);
        pen().newLineAtOffset(left, bottom);
        pen().showText(text);
        pen().endText();
    }

    private void fill(Color colour, float bottom, float height) throws IOException {
        pen().setNonStrokingColor(colour);
        pen().addRect(MARGIN, bottom, ROOM, height);
        pen().fill();
        pen().setNonStrokingColor(Color.BLACK);
    }

    private void finish() throws IOException {
        if (pen != null) {
            pen.close();
            pen = null;
        }
    }

    /** Numbers the pages, once all of them are there. */
    void number() throws IOException {
        finish();
        int all = document.getNumberOfPages();
        for (int i = 0; i < all; i++) {
            var number = i + 1 + " / " + all;
            var left = PAPER.getWidth() - MARGIN - (float) words.width(number, SIZE);
            try (var foot = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                foot.beginText();
                foot.setFont(words.font(), SIZE);
                foot.newLineAtOffset(left, MARGIN / 2);
                foot.showText(number);
                foot.endText();
            }
        }
    }
}
