package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Html;
import org.guiche.shared.Texts;
import org.guiche.tickets.EventDetails;
import org.guiche.tickets.EventType;
import org.guiche.tickets.EventWording;
import org.guiche.tickets.EventWording.Reader;
import org.guiche.tickets.Histories;
import org.guiche.tickets.HistoryRequested;
import org.guiche.tickets.MessageDetails;
import org.guiche.tickets.PublicHistory;
import org.guiche.tickets.ToldTickets;
import org.guiche.time.Wording;

/** Writes the whole public history of a ticket into a mail, for whoever asked for it (Decreto 11.034/2022, art. 12). */
@ApplicationScoped
class HistoryMails {

    private static final Set<EventType> SAID_BY_MESSAGES = EnumSet.of(EventType.MESSAGE_ADDED);
    private static final Reader ITS_REQUESTER = new Reader(false, true);

    @Inject
    Histories histories;

    @Inject
    ToldTickets tickets;

    @Inject
    EventWording events;

    @Inject
    MailSettings settings;

    @Inject
    Outbox outbox;

    /** What was said or done at one moment. */
    private record Entry(Instant at, String text) {}

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
        var entries = Stream.concat(
                        history.messages().stream().map(message -> new Entry(message.at(), said(message))),
                        history.events().stream()
                                .filter(event -> isTold(event, history))
                                .map(event -> new Entry(event.at(), events.text(event, ticket, ITS_REQUESTER))))
                .sorted(Comparator.comparing(Entry::at))
                .map(entry -> Texts.get("channels.history.entry", wording.absolute(entry.at()), entry.text()))
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

    private boolean isTold(EventDetails event, PublicHistory history) {
        return !SAID_BY_MESSAGES.contains(event.type()) && events.isTold(event, history.ticket(), ITS_REQUESTER);
    }

    private static String said(MessageDetails message) {
        var author = message.author() == null ? "" : message.author().name();
        var text = Texts.get("channels.history.said", author, Html.plain(message.html()));
        return message.files().isEmpty()
                ? text
                : text + "\n"
                        + Texts.get(
                                "channels.history.files",
                                message.files().stream().map(StoredFile::name).collect(Collectors.joining(", ")));
    }
}
