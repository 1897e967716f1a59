package org.guiche.sheets;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.guiche.sheets.PdfPages.Column;
import org.jspecify.annotations.Nullable;

/** Tables on paper: A4 lying, the head on the first page, each table's headings again on every page that it goes on on. */
final class PdfSheet implements Sheet {

    private static final Color GROUND = new Color(0xE4, 0xE9, 0xF7);
    private static final int LINES = 4;
    private static final float TITLE = 14;
    private static final float TABLE = 10;
    private static final float SMALL = 8;

    private final PDDocument document = new PDDocument();
    private final OutputStream out;
    private final PdfPages pages;
    private List<Heading> headings = List.of();
    private List<Column> columns = List.of();

    PdfSheet(OutputStream out, Head head) throws IOException {
        this.out = out;
        document.getDocumentInformation().setTitle(head.title());
        document.getDocumentInformation().setCreator("Guichê");
        pages = new PdfPages(document);
        pages.text(head.title(), TITLE);
        for (var line : head.lines()) {
            pages.text(line.label() + ": " + CellText.of(line.value()), SMALL);
        }
    }

    @Override
    public void table(String key, String title, List<Heading> headings) throws IOException {
        this.headings = headings;
        columns = pages.columns(headings.stream().map(Heading::width).toList());
        pages.gap();
        if (!title.isEmpty()) {
            pages.together(3);
            pages.text(title, TABLE);
        }
        headings();
    }

    private void headings() throws IOException {
        draw(headings.stream().map(one -> Cell.of(one.label())).toList(), GROUND);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (pages.isFull(lines(cells))) {
            pages.turn();
            headings();
        }
        draw(cells, null);
    }

    private int lines(List<Cell> cells) {
        return wrapped(cells).stream().mapToInt(List::size).max().orElse(1);
    }

    private List<List<String>> wrapped(List<Cell> cells) {
        var wrapped = new ArrayList<List<String>>();
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(pages.wrap(CellText.of(cells.get(i)), columns.get(i), LINES));
        }
        return wrapped;
    }

    private void draw(List<Cell> cells, @Nullable Color ground) throws IOException {
        pages.row(
                wrapped(cells), columns, cells.stream().map(CellText::isFigure).toList(), ground);
    }

    @Override
    public void note(String text) throws IOException {
        pages.gap();
        pages.text(text, SMALL);
    }

    @Override
    public void end() throws IOException {
        try (document) {
            pages.number();
            document.save(new KeptOpen(out));
        }
    }
}
