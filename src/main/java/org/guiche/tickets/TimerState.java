package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what happens by itself is doing.
 *
 * @param oldest since when the oldest one waits that is due; null where nothing is late
 * @param kinds each kind of which there are any
 * @param failed those that wait for an administrator, the latest first
 * @param recounts units whose tickets are being reckoned again
 */
public record TimerState(@Nullable Instant oldest, List<Waiting> kinds, List<Failed> failed, List<Recount> recounts) {

    public TimerState {
        kinds = List.copyOf(kinds);
        failed = List.copyOf(failed);
        recounts = List.copyOf(recounts);
    }

    /** How many are due and not done. */
    public long due() {
        return kinds.stream().mapToLong(Waiting::due).sum();
    }

    /** How many there are of a kind, how many of them are due, and when the next one is. */
    public record Waiting(TimerKind kind, long all, long due, Instant next) {}

    /** One that was tried five times in vain, and what was said the last time. */
    public record Failed(
            long id, TicketCode code, String subject, TimerKind kind, Instant dueAt, Instant triedAt, String error) {}

    /** How far a unit is: so many of its unfinished tickets are reckoned again. */
    public record Recount(long unitId, Instant askedAt, long done, long all) {}
}
