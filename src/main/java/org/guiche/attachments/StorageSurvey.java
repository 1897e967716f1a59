package org.guiche.attachments;

import java.util.ArrayList;
import java.util.List;

/** What files are used for: whoever uses some says how many and of what kind while observing, within the transaction of who asks. */
public final class StorageSurvey {

    private final List<Use> uses = new ArrayList<>();

    /**
     * Files of one kind that one unit, or one purpose besides units, has.
     *
     * @param name of the unit or purpose, as people call it
     * @param pool whose room large ones take; empty where there is no such limit
     * @param large how many bytes came in pieces and take that room
     */
    public record Use(String name, String pool, String mediaType, long files, long bytes, long large) {}

    /** Says so. */
    public void of(Use use) {
        uses.add(use);
    }

    List<Use> uses() {
        return List.copyOf(uses);
    }
}
