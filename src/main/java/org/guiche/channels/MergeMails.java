package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guiche.shared.Texts;
import org.guiche.tickets.TicketMerged;
import org.guiche.tickets.ToldTickets;

/** Tells those who hear of a ticket where it goes on. */
@ApplicationScoped
class MergeMails {

    @Inject
    ToldTickets tickets;

    @Inject
    MailSettings settings;

    @Inject
    Outbox outbox;

    void merged(@Observes TicketMerged event) {
        var news = tickets.news(event.ticketId(), null);
        outbox.write(
                news,
                "MERGED",
                outbox.audience(news),
                Texts.get("channels.merged.subject", news.code(), event.into(), news.subject()),
                Texts.get(
                        "channels.merged.body",
                        news.code(),
                        news.subject(),
                        event.into(),
                        settings.link(event.into())));
    }
}
