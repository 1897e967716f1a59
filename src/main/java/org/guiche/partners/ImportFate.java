package org.guiche.partners;

import java.util.List;

/**
 * What becomes of a line of a file.
 *
 * @param line which line of the file it begins on
 * @param name whom or what it is about, as the file says it
 */
public record ImportFate(
        long line, Outcome outcome, String name, List<ImportChange> changes, List<ImportProblem> problems) {

    public ImportFate {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** What can become of it. */
    public enum Outcome {
        NEW,
        CHANGED,
        SAME,
        REPEATED,
        REFUSED
    }
}
