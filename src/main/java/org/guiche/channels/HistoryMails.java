package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.shared.Texts;
import org.guiche.tickets.Histories;
import org.guiche.tickets.HistoryEntry;
import org.guiche.tickets.HistoryRequested;
import org.guiche.tickets.HistoryWording;
import org.guiche.tickets.PublicHistory;
import org.guiche.tickets.ToldTickets;
import org.guiche.time.Wording;

/** Writes the whole public history of a ticket into a mail, for whoever asked for it (Decreto 11.034/2022, art. 12). */
@ApplicationScoped
class HistoryMails {

    @Inject
    Histories histories;

    @Inject
    ToldTickets tickets;

    @Inject
    HistoryWording words;

    @Inject
    MailSettings settings;

    @Inject
    Outbox outbox;

    void requested(@Observes HistoryRequested event) {
        var news = tickets.news(event.ticketId(), null);
        outbox.write(
                news,
                "HISTORY",
                Set.of(event.recipient()),
                Texts.get("channels.history.subject", news.code(), news.subject()),
                body(histories.read(event.ticketId())));
    }

    private String body(PublicHistory history) {
        var ticket = history.ticket();
        var wording = new Wording(ticket.unit().calendar().zone());
        var entries = words.entries(history).stream()
                .map(entry -> Texts.get("channels.history.entry", wording.absolute(entry.at()), text(entry)))
                .collect(Collectors.joining("\n\n"));
        return Texts.get(
                "channels.history.body",
                ticket.code(),
                ticket.subject(),
                ticket.unit().pathLabel(),
                ticket.requester().name(),
                wording.absoluteWithZone(ticket.createdAt()),
                ticket.status().publicName(),
                entries,
                settings.link(ticket.code()));
    }

    private static String text(HistoryEntry entry) {
        if (entry.author() == null) {
            return entry.text();
        }
        var said = Texts.get("channels.history.said", entry.author(), entry.text());
        return entry.files().isEmpty()
                ? said
                : said + "\n" + Texts.get("channels.history.files", String.join(", ", entry.files()));
    }
}
