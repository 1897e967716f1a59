package org.guiche.tickets.web;

import java.util.List;
import org.guiche.units.Priority;

/**
 * What a unit promises to everybody, every word made up, for the public page.
 *
 * @param key where it stands on the page
 * @param order who decides what comes first
 * @param rows what is promised, choice by choice; empty where nothing is
 * @param example when the tickets of the examples are opened
 * @param notes what else holds: SAC, further answers, contracts, what was measured
 * @param clocks what the durations of this unit count, each kind once
 * @param hours when it serves, with the zone
 * @param holidays the days of the next months on which it does not
 */
public record StandardUnit(
        String key,
        String name,
        String order,
        List<Row> rows,
        String example,
        List<String> notes,
        List<Term> clocks,
        String hours,
        List<Term> holidays,
        List<Meaning> statuses) {

    public StandardUnit {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        clocks = List.copyOf(clocks);
        holidays = List.copyOf(holidays);
        statuses = List.copyOf(statuses);
    }

    /** Where it stands on the page. */
    public String anchor() {
        return "#" + key;
    }

    /**
     * One choice.
     *
     * @param name of the classification; empty where the priority alone is chosen
     * @param first within what time it is answered, {@code solution} solved; a dash where that is not promised
     * @param due when the example would be solved, or answered where that alone is promised
     */
    public record Row(String name, String description, Priority priority, String first, String solution, String due) {}

    /** A word and what it means. */
    public record Term(String term, String text) {}

    /** A status by its public name, with the class of its glyph. */
    public record Meaning(String css, String name, String text) {}
}
