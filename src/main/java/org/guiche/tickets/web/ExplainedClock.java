package org.guiche.tickets.web;

import java.util.List;
import org.guiche.shared.web.Ruler;
import org.guiche.time.DayWording;

/**
 * A deadline explained, every word of it made up.
 *
 * @param title what is measured
 * @param look how it stands, in a word
 * @param due by when, with the zone
 * @param story how it stands, in sentences
 * @param promised within what time, {@code counts} what of it counts, {@code since} from when
 * @param ruler the same drawn
 * @param days the same day by day
 * @param pauses when it stood still, and why
 */
public record ExplainedClock(
        String title,
        Deadlines.Look look,
        String due,
        String story,
        String promised,
        String counts,
        String since,
        Ruler ruler,
        List<DayWording.Line> days,
        List<String> pauses) {

    public ExplainedClock {
        days = List.copyOf(days);
        pauses = List.copyOf(pauses);
    }
}
