package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.accounts.Person;
import org.guiche.tickets.MessageDetails;
import org.guiche.tickets.TicketStory;
import org.guiche.tickets.web.TalkItem.Happening;
import org.jspecify.annotations.Nullable;

/** Puts a ticket's story into the words and order of its requester's page, once a request. */
@ApplicationScoped
class TicketViews {

    @Inject
    Events events;

    @Inject
    Moments moments;

    @Inject
    Deadlines deadlines;

    @Inject
    Rulers rulers;

    TicketView of(TicketStory story, Person person) {
        var ticket = story.ticket();
        var explanation = ticket.status().category().isUnfinished() ? story.explanation() : null;
        return new TicketView(
                story,
                talk(story, person),
                new TicketSteps(ticket, moments).list(),
                deadlines.of(ticket, ticket.firstResponse()),
                deadlines.of(ticket, ticket.resolution()),
                rulers.of(explanation),
                rulers.sentence(explanation));
    }

    private List<TalkItem> talk(TicketStory story, Person person) {
        var said = story.messages().stream().map(m -> item(m, null, isBy(m, person), m.at()));
        var done = story.events().stream()
                .filter(events::isShown)
                .map(e -> item(null, events.happening(e, story.ticket()), false, e.at()));
        return Stream.concat(said, done)
                .sorted(Comparator.comparing(TalkItem::at))
                .toList();
    }

    private TalkItem item(@Nullable MessageDetails message, @Nullable Happening event, boolean mine, Instant at) {
        return new TalkItem(message, event, mine, at, moments.moment(at), moments.absolute(at));
    }

    private static boolean isBy(MessageDetails message, Person person) {
        return message.author() != null && message.author().id() == person.id();
    }
}
