package org.guiche.attachments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What files are used for: whoever uses some says how many and of what kind while observing, within the transaction of who asks. */
public final class StorageSurvey {

    /** What goes within that time is said beside what there is. */
    public static final Duration AHEAD = Duration.ofDays(30);

    private final List<Use> uses = new ArrayList<>();
    private final List<Leaving> leaving = new ArrayList<>();

    /**
     * Files of one kind that one unit, or one purpose besides units, has.
     *
     * @param name of the unit or purpose, as people call it
     * @param pool whose room large ones take; empty where there is no such limit
     * @param large how many bytes came in pieces and take that room
     */
    public record Use(String name, String pool, String mediaType, long files, long bytes, long large) {}

    /** Files of one unit whose time is over within {@link #AHEAD}, though that of what they are part of is not. */
    public record Leaving(String name, long files, long bytes) {}

    /** Says so. */
    public void of(Use use) {
        uses.add(use);
    }

    /** Says so. */
    public void leaving(Leaving some) {
        leaving.add(some);
    }

    List<Leaving> leaving() {
        return List.copyOf(leaving);
    }

    List<Use> uses() {
        return List.copyOf(uses);
    }
}
