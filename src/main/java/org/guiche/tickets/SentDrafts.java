package org.guiche.tickets;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guiche.shared.Sweeping;

/**
 * Takes drafts away that became tickets (ADR 17). They say only which ticket, for whoever sends one again; without them the ticket
 * still knows what it was sent as, so that nothing is sent twice.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SentDrafts {

    /** Longer than a window stays open that somebody forgot. */
    static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Sweeping sweeping;

    @Inject
    Clock clock;

    /** Every hour. What is still being written stays. */
    @Schedule(hour = "*", minute = "37", persistent = false)
    public void forget() {
        var before = clock.instant().minus(KEPT);
        sweeping.sweep("tickets_draft", "ticket_id is not null and updated_at < ?1", before);
    }
}
