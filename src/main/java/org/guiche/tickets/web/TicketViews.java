package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.accounts.Person;
import org.guiche.tickets.MessageDetails;
import org.guiche.tickets.TicketRatings;
import org.guiche.tickets.TicketStory;
import org.guiche.tickets.web.TalkItem.Happening;
import org.guiche.units.ServiceMetric;
import org.jspecify.annotations.Nullable;

/** Puts a ticket's story into the words and order of its requester's page, once a request. */
@ApplicationScoped
class TicketViews {

    @Inject
    Clock clock;

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
                new TicketSteps(story, moments).list(),
                look(story, ServiceMetric.FIRST_RESPONSE),
                look(story, ServiceMetric.RESOLUTION),
                rulers.of(explanation),
                rulers.sentence(explanation),
                new TurnWording(ticket, clock.instant()).said(),
                story.events().stream().filter(e -> events.isTold(e, ticket)).toList(),
                story.links().stream()
                        .map(one -> new TieRow(one, person.isStaff()))
                        .toList());
    }

    private Deadlines.@Nullable Look look(TicketStory story, ServiceMetric metric) {
        return story.clock(metric).map(one -> deadlines.of(one, story.ticket())).orElse(null);
    }

    private List<TalkItem> talk(TicketStory story, Person person) {
        var said = story.messages().stream().map(m -> said(m, story.ratings(), isBy(m, person)));
        var done = story.events().stream()
                .filter(e -> events.isShown(e, story.ticket()))
                .map(e -> done(events.happening(e, story.ticket()), e.at()));
        return Stream.concat(said, done)
                .sorted(Comparator.comparing(TalkItem::at))
                .toList();
    }

    private TalkItem said(MessageDetails message, TicketRatings ratings, boolean mine) {
        var at = message.at();
        var ratable = !mine && ratings.isOpen(message);
        var given = ratings.of(message.id());
        return new TalkItem(message, null, mine, given, ratable, at, moments.moment(at), moments.absolute(at));
    }

    private TalkItem done(Happening event, Instant at) {
        return new TalkItem(null, event, false, null, false, at, moments.moment(at), moments.absolute(at));
    }

    private static boolean isBy(MessageDetails message, Person person) {
        return message.author() != null && message.author().id() == person.id();
    }
}
