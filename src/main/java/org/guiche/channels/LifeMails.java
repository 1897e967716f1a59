package org.guiche.channels;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guiche.channels.Notifier.Told;
import org.guiche.shared.Texts;
import org.guiche.tickets.DeadlineAlarm;
import org.guiche.tickets.DeadlineAlarms;
import org.guiche.tickets.TicketNews;
import org.guiche.tickets.TicketReminder;
import org.guiche.tickets.ToldTickets;
import org.guiche.time.Wording;

/**
 * Writes the mails of what happens by itself, in the transaction in which it does: reminders and hold notices to the requester,
 * deadlines that come near to whoever has the ticket, missed ones to the supervisors of its sector too. Whom an alarm goes to by
 * mail is told in the pages as well.
 */
@ApplicationScoped
class LifeMails {

    @Inject
    ToldTickets tickets;

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

    void alarmed(@Observes DeadlineAlarms event) {
        var supervisors = tickets.supervisors(
                event.all().stream().map(DeadlineAlarm::ticketId).collect(toSet()));
        var told = new LinkedHashSet<Told>();
        for (var alarm : event.all()) {
            var news = tickets.news(alarm.ticketId(), null);
            var people = concerned(alarm, news, supervisors.getOrDefault(alarm.ticketId(), Map.of()));
            mail(alarm, news, Set.copyOf(people.values()));
            var kind = alarm.missed() ? NotificationKind.MISSED : NotificationKind.WARNING;
            people.keySet()
                    .forEach(id -> told.add(
                            new Told(id, alarm.ticketId(), kind, alarm.metric().name())));
        }
        notifier.tell(told);
    }

    private void mail(DeadlineAlarm alarm, TicketNews news, Set<String> recipients) {
        var metric = Texts.get("tickets.metric." + alarm.metric().name().toLowerCase(Locale.ROOT));
        write(
                news,
                alarm.missed() ? "DEADLINE_MISSED" : "DEADLINE_WARNING",
                recipients,
                alarm.missed() ? "missed" : "warning",
                metric + ": " + new Wording(news.zone()).absoluteWithZone(alarm.due()));
    }

    /** Whoever has the ticket; the supervisors too once it is late, or where nobody has it. Their addresses by id. */
    private Map<Long, String> concerned(DeadlineAlarm alarm, TicketNews news, Map<Long, String> supervisors) {
        var people = new LinkedHashMap<Long, String>();
        var assignee = tickets.parties(alarm.ticketId()).assigneeId();
        if (assignee != null && news.assigneeEmail() != null) {
            people.put(assignee, news.assigneeEmail());
        }
        if (alarm.missed() || people.isEmpty()) {
            people.putAll(supervisors);
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
