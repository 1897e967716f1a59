package org.guiche.channels;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guiche.shared.Kept;
import org.guiche.shared.RetentionSurvey;
import org.guiche.shared.Sweeping;

/** Takes notifications away that have had their time (ADR 17); what they told stays in the history of the ticket. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OldNotifications {

    /** From when it was read. */
    static final Duration READ_KEPT = Duration.ofDays(30);

    /** Whether read or not: nobody comes back to it after half a year. */
    static final Duration KEPT = Duration.ofDays(184);

    /** Of a mail that cannot be sent; of one that is, the file is gone by then. */
    static final Duration FILES_KEPT = Duration.ofDays(31);

    static final Kept TOLD = Kept.of("channels_notification", "at", (int) KEPT.toDays(), (int) READ_KEPT.toDays())
            .ofPerson("person_id")
            .ofTicket("ticket_id");

    /** Mails that were sent: as long as somebody may have to show that they were. */
    static final Kept MAILS = Kept.of("channels_outbox", "created_at", 1827, 731)
            .where("sent_at is not null")
            .ofTicket("ticket_id");

    @Inject
    Sweeping sweeping;

    @Inject
    Clock clock;

    /** Every hour. */
    @Schedule(hour = "*", minute = "47", persistent = false)
    public void forget() {
        var now = clock.instant();
        sweeping.sweep("channels_notification", "read_at < ?1", now.minus(READ_KEPT));
        sweeping.sweep("channels_outbox_file", "created_at < ?1", now.minus(FILES_KEPT));
        sweeping.sweep(TOLD);
        sweeping.sweep(MAILS);
    }

    /** What of it is kept how long. */
    public void surveyed(@Observes RetentionSurvey survey) {
        survey.of(TOLD, MAILS);
    }
}
