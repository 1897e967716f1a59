package org.guiche.sheets;

import java.util.List;

/**
 * What the first lines of a file say: what it is, of what, and who had it made.
 *
 * @param name what programs call it
 * @param title what people call it
 */
public record Head(String name, String title, List<Line> lines) {

    public Head {
        lines = List.copyOf(lines);
    }

    /** One of them. */
    public record Line(String label, Cell value) {}
}
