package org.guiche.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would go if a person were anonymised, what would stay, and what has to be waited for. Whoever has something of the person says
 * so while observing; keys are those of sentences with a number in them.
 */
public final class ErasurePlan {

    private final long personId;
    private final Traces traces;
    private final LocalDate today;
    private final List<Line> goes = new ArrayList<>();
    private final List<Line> stays = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();

    ErasurePlan(long personId, Traces traces, LocalDate today) {
        this.personId = personId;
        this.traces = traces;
        this.today = today;
    }

    /** So many of something. */
    public record Line(String key, long count) {}

    /**
     * Why it cannot be done yet.
     *
     * @param until the first day on which it can; null where no calendar says
     */
    public record Wait(String key, long count, @Nullable LocalDate until) {}

    public long personId() {
        return personId;
    }

    public Traces traces() {
        return traces;
    }

    public LocalDate today() {
        return today;
    }

    /** So many of these go; none is not worth a word. */
    public void goes(String key, long count) {
        if (count > 0) {
            goes.add(new Line(key, count));
        }
    }

    /** So many of these stay. */
    public void stays(String key, long count) {
        if (count > 0) {
            stays.add(new Line(key, count));
        }
    }

    /** Nothing goes before that day, or before it is seen to where there is no day; a day that has come is no reason. */
    public void waits(String key, long count, @Nullable LocalDate until) {
        if (count > 0 && (until == null || until.isAfter(today))) {
            waits.add(new Wait(key, count, until));
        }
    }

    public List<Line> goes() {
        return List.copyOf(goes);
    }

    public List<Line> stays() {
        return List.copyOf(stays);
    }

    public List<Wait> waits() {
        return List.copyOf(waits);
    }
}
