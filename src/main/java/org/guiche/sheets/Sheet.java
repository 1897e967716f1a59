package org.guiche.sheets;

import java.io.IOException;
import java.util.List;

/**
 * A file of tables that is written from its first line to its last; what is written leaves at once, only a PDF keeps its pages until the
 * end. A file that nobody ended is not whole: whoever cannot go on leaves it.
 */
public interface Sheet {

    /** Begins a table; the rows after it are its own. An empty title is none. */
    void table(String key, String title, List<Heading> headings) throws IOException;

    /** One row, with a cell for each heading. */
    void row(List<Cell> cells) throws IOException;

    /** A sentence under what was written so far. */
    void note(String text) throws IOException;

    /** That was all. */
    void end() throws IOException;
}
