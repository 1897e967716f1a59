package org.guiche.tickets;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.guiche.shared.Kept;
import org.guiche.shared.RetentionSurvey;
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

    static final Kept DRAFTS = Kept.of("tickets_draft", "updated_at", (int) KEPT.toDays(), 1)
            .where("ticket_id is not null")
            .ofPerson("person_id")
            .ofTicket("ticket_id");

    @Inject
    Sweeping sweeping;

    /** Every hour. What is still being written stays. */
    @Schedule(hour = "*", minute = "37", persistent = false)
    public void forget() {
        sweeping.sweep(DRAFTS);
    }

    /** What of it is kept how long. */
    public void surveyed(@Observes RetentionSurvey survey) {
        survey.of(DRAFTS);
    }
}
