package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands among those that wait: since when it waits at all, which no move changes (S4-06), since when it stands in
 * this queue at this place, and whether somebody still has to sort it. Whatever happens makes another one of these.
 */
@Embeddable
class Standing {

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "placed_at")
    @Nullable
    private Instant placedAt;

    @Column(name = "in_triage")
    private boolean inTriage;

    protected Standing() {}

    private Standing(Instant queuedAt, @Nullable Instant placedAt, boolean inTriage) {
        this.queuedAt = queuedAt;
        this.placedAt = placedAt;
        this.inTriage = inTriage;
    }

    static Standing since(Instant entry, boolean unsorted) {
        return new Standing(entry, null, unsorted);
    }

    /** The same, for people to sort. */
    Standing unsorted() {
        return new Standing(queuedAt, placedAt, true);
    }

    /** The same, after somebody looked at it. */
    Standing sorted() {
        return inTriage ? new Standing(queuedAt, placedAt, false) : this;
    }

    /** At another place from now on: in another queue, or before or behind others. */
    Standing placed(Instant now) {
        return new Standing(queuedAt, now, inTriage);
    }

    Instant queuedAt() {
        return queuedAt;
    }

    Instant placedAt() {
        return placedAt == null ? queuedAt : placedAt;
    }

    boolean isInTriage() {
        return inTriage;
    }
}
