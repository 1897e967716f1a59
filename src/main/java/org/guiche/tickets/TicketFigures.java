package org.guiche.tickets;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiche.units.Priority;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * All that reports count of one ticket, as its history, its stays and its clocks tell it at this moment (PRODUCT 9).
 *
 * @param zone of its unit: a day is a day there
 * @param answer the first answer; null while there is none
 * @param solution null while it is not solved, and where it was merged into another one
 * @param counted what happened to it, in any order
 */
public record TicketFigures(
        long ticketId,
        Cuts cuts,
        Instant createdAt,
        ZoneId zone,
        @Nullable Lasted answer,
        @Nullable Lasted solution,
        List<Counted> counted) {

    public TicketFigures {
        counted = List.copyOf(counted);
    }

    /** The latest of all that counts. */
    public Instant lastAt() {
        var lasted = Stream.of(answer, solution).filter(Objects::nonNull).map(Lasted::at);
        return Stream.concat(lasted, counted.stream().map(Counted::at))
                .max(naturalOrder())
                .filter(createdAt::isBefore)
                .orElse(createdAt);
    }

    /** What reports cut by: each as it is now. */
    public record Cuts(
            long unitId,
            long sectorId,
            @Nullable Long agentId,
            @Nullable Long classificationId,
            Priority priority,
            @Nullable Long companyId,
            long groupId,
            long requesterId,
            Channel channel,
            List<String> tags,
            long statusId,
            StatusCategory category) {

        public Cuts {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Something that came after a time.
     *
     * @param business in the unit's service hours and without pauses, as deadlines count; all of it where the unit has no hours
     * @param running all the time since the opening
     */
    public record Lasted(Instant at, Duration business, Duration running) {}

    /**
     * Something that happened.
     *
     * @param part of what kind, where the figure has kinds; 0 otherwise
     * @param business how long it had lasted by then, in service hours; zero where it only happened
     */
    public record Counted(Instant at, Figure figure, long part, Duration business, Duration running) {

        static Counted once(Instant at, Figure figure) {
            return new Counted(at, figure, 0, Duration.ZERO, Duration.ZERO);
        }
    }
}
