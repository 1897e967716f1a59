package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Logger;
import org.guiche.shared.Quotas;
import org.guiche.shared.Texts;
import org.guiche.tickets.Deadline;
import org.guiche.tickets.TicketAssigned;
import org.guiche.tickets.TicketNews;
import org.guiche.tickets.TicketOpened;
import org.guiche.tickets.TicketProgressed;
import org.guiche.tickets.TicketReplied;
import org.guiche.tickets.TicketSolved;
import org.guiche.tickets.ToldTickets;
import org.guiche.time.Wording;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * Writes the mails about tickets into the outbox, in the same transaction as what they tell: an acknowledgement to whoever
 * opened one, every public answer to the requester and those in copy, the requester's message or word that it is solved to the agent, a
 * status that came without words, a ticket that somebody else gave to an agent. A later sender takes them from there; none is lost, none tells
 * what was rolled back.
 */
@ApplicationScoped
class Outbox {

    /** Acknowledgements an hour to an address that somebody else typed: nobody is flooded through us (SECURITY 18). */
    static final int TO_OTHERS_AN_HOUR = 5;

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

    /** What the requester waits to hear, or has to do something about. */
    private static final Set<StatusCategory> TOLD =
            EnumSet.of(StatusCategory.PENDING, StatusCategory.ON_HOLD, StatusCategory.RESOLVED);

    private static final Duration HOUR = Duration.ofHours(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    ToldTickets tickets;

    @Inject
    MailSettings settings;

    @Inject
    Quotas quotas;

    void opened(@Observes TicketOpened event) {
        var news = tickets.news(event.ticketId(), null);
        if (!event.contactIsOpener() && isFlooded(news.contactEmail())) {
            LOG.info(() -> "acknowledgement held back: ticket " + event.ticketId());
            return;
        }
        acknowledge(news);
    }

    private boolean isFlooded(String address) {
        return quotas.take("acknowledgements to " + address, TO_OTHERS_AN_HOUR, HOUR)
                .isPresent();
    }

    private void acknowledge(TicketNews news) {
        var body = Texts.get(
                "channels.opened.body",
                news.requesterFirstName(),
                news.code(),
                news.subject(),
                news.priorityName(),
                promised(news, news.firstResponse()),
                promised(news, news.resolution()),
                settings.link(news.code()));
        write(
                news,
                "OPENED",
                Set.of(news.contactEmail()),
                Texts.get("channels.opened.subject", news.code(), news.subject()),
                body);
    }

    private String promised(TicketNews news, @Nullable Deadline deadline) {
        var wording = new Wording(news.zone());
        return deadline == null
                ? Texts.get("channels.no-deadline")
                : wording.absolute(deadline.due()) + " (" + wording.zoneName() + ")";
    }

    void replied(@Observes TicketReplied event) {
        var news = tickets.news(event.ticketId(), event.messageId());
        var subject = Texts.get("channels.replied.subject", news.code(), news.subject());
        if (event.byStaff()) {
            var body = Texts.get(
                    "channels.replied.body",
                    news.authorName(),
                    news.code(),
                    news.text(),
                    settings.link(news.code()),
                    status(news));
            write(news, "REPLIED", audience(news), subject, body + invitation(news));
        } else if (news.assigneeEmail() != null) {
            var body = Texts.get(
                    "channels.answered.body", news.authorName(), news.code(), news.text(), settings.link(news.code()));
            write(news, "ANSWERED", Set.of(news.assigneeEmail()), subject, body);
        }
    }

    void progressed(@Observes TicketProgressed event) {
        var news = tickets.news(event.ticketId(), null);
        var status = news.status();
        if (!TOLD.contains(status.categoryFor(false))) {
            return;
        }
        var key = "channels.status." + status.category().name().toLowerCase(Locale.ROOT);
        write(
                news,
                status.category().name(),
                audience(news),
                Texts.get("channels.status.subject", news.code(), status.publicName(), news.subject()),
                Texts.get(key, news.code(), news.subject(), status(news), settings.link(news.code()))
                        + invitation(news));
    }

    /** The way to where the help is rated; nothing while the ticket is not solved. */
    private String invitation(TicketNews news) {
        return news.status().categoryFor(false) == StatusCategory.RESOLVED
                ? Texts.get("channels.rate", settings.link(news.code()) + "#avaliar")
                : "";
    }

    void assigned(@Observes TicketAssigned event) {
        var news = tickets.news(event.ticketId(), null);
        if (news.assigneeEmail() != null) {
            write(
                    news,
                    "ASSIGNED",
                    Set.of(news.assigneeEmail()),
                    Texts.get("channels.assigned.subject", news.code(), news.subject()),
                    Texts.get(
                            "channels.assigned.body",
                            event.byName(),
                            news.code(),
                            news.subject(),
                            news.priorityName(),
                            settings.link(news.code())));
        }
    }

    void solved(@Observes TicketSolved event) {
        var news = tickets.news(event.ticketId(), null);
        if (news.assigneeEmail() != null) {
            write(
                    news,
                    "SOLVED",
                    Set.of(news.assigneeEmail()),
                    Texts.get("channels.solved.subject", news.code(), news.subject()),
                    Texts.get(
                            "channels.solved.body",
                            event.byName(),
                            news.code(),
                            news.subject(),
                            settings.link(news.code())));
        }
    }

    /** The requester and those in copy, as far as they may still hear of it. */
    Set<String> audience(TicketNews news) {
        return tickets.reached(news);
    }

    /** {@code Em espera (aguardando outro setor)}. */
    String status(TicketNews news) {
        var name = news.status().publicName();
        return news.reason() == null ? name : name + " (" + news.reason().name() + ")";
    }

    /** Writes it to each of them, but to nobody who was made nobody: such an address is none (RFC 2606). */
    void write(TicketNews news, String kind, Set<String> recipients, String subject, String body) {
        var now = clock.instant();
        recipients.stream()
                .filter(to -> !to.endsWith(".invalid"))
                .forEach(to -> em.persist(OutgoingMail.of(news.code().number(), kind, to, subject, body, now)));
    }
}
