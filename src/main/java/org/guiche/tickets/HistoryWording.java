package org.guiche.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Html;
import org.guiche.tickets.EventWording.Reader;

/** Tells the public history of a ticket from its beginning on, as its requester reads it. */
@ApplicationScoped
public class HistoryWording {

    private static final Set<EventType> SAID_BY_MESSAGES = EnumSet.of(EventType.MESSAGE_ADDED);
    private static final Reader ITS_REQUESTER = new Reader(false, true);

    @Inject
    EventWording events;

    /** What was said and done, oldest first. */
    public List<HistoryEntry> entries(PublicHistory history) {
        return Stream.concat(
                        history.messages().stream().map(HistoryWording::said),
                        history.events().stream()
                                .filter(event -> isTold(event, history))
                                .map(event -> new HistoryEntry(
                                        event.at(),
                                        null,
                                        events.text(event, history.ticket(), ITS_REQUESTER),
                                        List.of())))
                .sorted(Comparator.comparing(HistoryEntry::at))
                .toList();
    }

    private boolean isTold(EventDetails event, PublicHistory history) {
        return !SAID_BY_MESSAGES.contains(event.type()) && events.isTold(event, history.ticket(), ITS_REQUESTER);
    }

    private static HistoryEntry said(MessageDetails message) {
        return new HistoryEntry(
                message.at(),
                message.author() == null ? "" : message.author().name(),
                Html.plain(message.html()),
                message.files().stream().map(StoredFile::name).toList());
    }
}
