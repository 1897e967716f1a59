package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.guiche.shared.Texts;
import org.guiche.tickets.DeadlineAlarm;
import org.guiche.tickets.TicketNews;
import org.guiche.tickets.TicketReminder;
import org.guiche.tickets.Tickets;
import org.guiche.time.Wording;

/**
 * Writes the mails of what happens by itself, in the transaction in which it does: reminders and hold notices to the requester,
 * deadlines that come near to whoever has the ticket, missed ones to the supervisors of its sector too.
 */
@ApplicationScoped
class LifeMails {

    @Inject
    Tickets tickets;

    @Inject
    MailSettings settings;

    @Inject
    Outbox outbox;

    void reminded(@Observes TicketReminder event) {
        var news = tickets.news(event.ticketId(), null);
        var goesOnAt = event.goesOnAt();
        if (goesOnAt == null) {
            write(news, "HOLD_NOTICE", outbox.audience(news), "notice", outbox.status(news));
        } else {
            write(
                    news,
                    "REMINDER",
                    outbox.audience(news),
                    "reminder",
                    new Wording(news.zone()).absoluteWithZone(goesOnAt));
        }
    }

    void alarmed(@Observes DeadlineAlarm event) {
        var news = tickets.news(event.ticketId(), null);
        var recipients = new LinkedHashSet<String>();
        if (news.assigneeEmail() != null) {
            recipients.add(news.assigneeEmail());
        }
        if (event.missed() || recipients.isEmpty()) {
            recipients.addAll(tickets.supervisors(event.ticketId()));
        }
        var key = event.missed() ? "missed" : "warning";
        var metric = Texts.get("tickets.metric." + event.metric().name().toLowerCase(Locale.ROOT));
        write(
                news,
                event.missed() ? "DEADLINE_MISSED" : "DEADLINE_WARNING",
                recipients,
                key,
                metric + ": " + new Wording(news.zone()).absoluteWithZone(event.due()));
    }

    private void write(TicketNews news, String kind, Set<String> recipients, String key, String detail) {
        outbox.write(
                news,
                kind,
                recipients,
                Texts.get("channels." + key + ".subject", news.code(), news.subject()),
                Texts.get(
                        "channels." + key + ".body",
                        news.requesterFirstName(),
                        news.code(),
                        news.subject(),
                        detail,
                        settings.link(news.code())));
    }
}
