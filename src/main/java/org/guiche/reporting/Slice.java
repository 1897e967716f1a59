package org.guiche.reporting;

import org.guiche.tickets.Figure;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * Which of the tickets of a cut are behind one figure.
 *
 * @param figure what they counted for within the cut's time; null for those that are open now
 * @param part of what kind; null for any
 * @param hour the hour of the week in which they were opened; null for any
 * @param band of their age, for those that are open now; null for any
 * @param category of their status, for those that are open now; new ones are open; null for any
 */
public record Slice(
        @Nullable Figure figure,
        @Nullable Long part,
        @Nullable Integer hour,
        @Nullable Integer band,
        @Nullable StatusCategory category) {

    /** Those that are open now. */
    public static Slice open() {
        return new Slice(null, null, null, null, null);
    }

    /** Those that counted for that. */
    public static Slice of(Figure figure) {
        return new Slice(figure, null, null, null, null);
    }
}
