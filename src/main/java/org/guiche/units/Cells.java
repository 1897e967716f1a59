package org.guiche.units;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line of a spreadsheet, with or without quotes around them. */
final class Cells {

    private static final char QUOTE = '"';

    private Cells() {}

    static List<String> of(String line, char between) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (letter == QUOTE && (quoted || cell.toString().isBlank())) {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == QUOTE) {
                    cell.append(QUOTE);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (letter == between && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
