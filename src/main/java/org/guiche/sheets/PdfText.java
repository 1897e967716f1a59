package org.guiche.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Words in the one font of our PDFs: Liberation Sans (SIL OFL), which PDFBox brings along. */
final class PdfText {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final double UNITS = 1000;
    private static final int UNKNOWN = '?';

    private final PDFont font;
    private final Map<Integer, Double> widths = new HashMap<>();

    PdfText(PDDocument document) throws IOException {
        try (var bytes = PDDocument.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, Objects.requireNonNull(bytes, FONT));
        }
    }

    PDFont font() {
        return font;
    }

    /** The same text in one line, with a question mark for each letter that the font does not have. */
    String known(String text) {
        var known = new StringBuilder();
        text.codePoints()
                .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
                .forEach(letter -> known.appendCodePoint(width(letter) < 0 ? UNKNOWN : letter));
        return known.toString();
    }

    /** The width of one letter, in thousandths of the size; below zero for one that the font does not have. */
    private double width(int letter) {
        return widths.computeIfAbsent(letter, this::measured);
    }

    private double measured(int letter) {
        try {
            return font.getStringWidth(Character.toString(letter));
        } catch (IOException | IllegalArgumentException e) {
            return -1;
        }
    }

    /** How wide that text is, of which all letters are known. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::width).sum() * size / UNITS;
    }

    /** The same text in lines that are no wider than that; what goes beyond so many of them is left out, and that is shown. */
    List<String> lines(String text, double size, double room, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : known(text).split(" ", -1)) {
            for (var piece : pieces(word, size, room)) {
                if (!line.isEmpty() && width(line + " " + piece, size) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        var last = lines.get(most - 1);
        lines.set(most - 1, last.substring(0, Math.max(0, last.length() - 1)) + "…");
        return lines.subList(0, most);
    }

    /** A word that is wider than the room, in pieces that are not. */
    private List<String> pieces(String word, double size, double room) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        double used = 0;
        for (var letter : word.codePoints().toArray()) {
            double more = width(letter) * size / UNITS;
            if (!piece.isEmpty() && used + more > room) {
                pieces.add(piece.toString());
                piece.setLength(0);
                used = 0;
            }
            piece.appendCodePoint(letter);
            used += more;
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
