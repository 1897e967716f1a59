package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiche.shared.Texts;
import org.guiche.tickets.ToldTickets;
import org.guiche.tickets.TriageDue;

/** Reminds the supervisors of an entry sector of what waits too long to be sorted, one mail each a round (T7). */
@ApplicationScoped
class TriageMails {

    private static final int NAMED = 10;

    @Inject
    ToldTickets tickets;

    @Inject
    MailSettings settings;

    @Inject
    Outbox outbox;

    void due(@Observes TriageDue event) {
        var oldest = event.tickets().get(0);
        var count = event.tickets().size();
        outbox.write(
                tickets.news(oldest, null),
                "TRIAGE",
                new LinkedHashSet<>(tickets.supervisors(List.of(oldest))
                        .getOrDefault(oldest, Map.of())
                        .values()),
                Texts.get("channels.triage.subject", count),
                Texts.get("channels.triage.body", count, list(event.tickets()), settings.page("/tickets/triage")));
    }

    private String list(List<Long> ids) {
        return ids.stream()
                .limit(NAMED)
                .map(id -> tickets.news(id, null))
                .map(news -> Texts.get("channels.triage.line", news.code(), news.subject()))
                .collect(Collectors.joining("\n"));
    }
}
