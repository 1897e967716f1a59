package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guiche.shared.Texts;
import org.guiche.tickets.DeadlineAlarm;
import org.guiche.tickets.TicketNews;
import org.guiche.tickets.TicketReminder;
import org.guiche.tickets.Tickets;
import org.guiche.time.Wording;

/**
 * Writes the mails of what happens by itself, in the transaction in which it does: reminders and hold notices to the requester,
 * deadlines that come near to whoever has the ticket, missed ones to the supervisors of its sector too. Whom an alarm goes to by
 * mail is told in the pages as well.
 */
@ApplicationScoped
class LifeMails {

    @Inject
    Tickets tickets;

    @Inject
    MailSettings settings;

    @Inject
    Outbox outbox;

    @Inject
    Notifier notifier;

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
        var recipients = concerned(event, news);
        notifier.tell(
                recipients.keySet(),
                event.ticketId(),
                event.missed() ? NotificationKind.MISSED : NotificationKind.WARNING,
                event.metric());
        var key = event.missed() ? "missed" : "warning";
        var metric = Texts.get("tickets.metric." + event.metric().name().toLowerCase(Locale.ROOT));
        write(
                news,
                event.missed() ? "DEADLINE_MISSED" : "DEADLINE_WARNING",
                Set.copyOf(recipients.values()),
                key,
                metric + ": " + new Wording(news.zone()).absoluteWithZone(event.due()));
    }

    /** Whoever has the ticket; the supervisors too once it is late, or where nobody has it. Their addresses by id. */
    private Map<Long, String> concerned(DeadlineAlarm event, TicketNews news) {
        var people = new LinkedHashMap<Long, String>();
        var assignee = tickets.parties(event.ticketId()).assigneeId();
        if (assignee != null && news.assigneeEmail() != null) {
            people.put(assignee, news.assigneeEmail());
        }
        if (event.missed() || people.isEmpty()) {
            people.putAll(tickets.supervisors(event.ticketId()));
        }
        return people;
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
