package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Closed;
import jakarta.faces.event.WebsocketEvent.Opened;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.tickets.TicketChanged;
import org.jspecify.annotations.Nullable;

/**
 * Tells the open pages of this node which tickets changed: their codes and nothing else, and only to people who may see them.
 * The page then looks again through the usual door.
 */
@ApplicationScoped
class LivePages implements ChangeFeed.Listener {

    private static final String TICKETS = "tickets";
    private static final int MOST_CODES = 100;
    private static final long RIGHTS_FOR = TimeUnit.MINUTES.toNanos(1);

    @Inject
    @Push(channel = TICKETS)
    PushContext push;

    @Inject
    People people;

    private final Map<Long, Watcher> watchers = new ConcurrentHashMap<>();

    /** Somebody with pages open here, with the rights as of a moment ago. */
    private record Watcher(Person person, int pages, long since) {

        Watcher with(int more) {
            return new Watcher(person, pages + more, since);
        }
    }

    void opened(@Observes @Opened WebsocketEvent event) {
        if (event.getChannel().equals(TICKETS) && event.getUser() instanceof Long id) {
            people.find(id)
                    .ifPresent(person -> watchers.merge(
                            id,
                            new Watcher(person, 1, System.nanoTime()),
                            (before, now) -> new Watcher(person, before.pages() + 1, now.since())));
        }
    }

    void closed(@Observes @Closed WebsocketEvent event) {
        if (event.getChannel().equals(TICKETS) && event.getUser() instanceof Long id) {
            watchers.computeIfPresent(id, (same, watcher) -> watcher.pages() > 1 ? watcher.with(-1) : null);
        }
    }

    @Override
    public void changed(Set<TicketChanged> changes) {
        watchers.keySet().forEach(id -> tell(id, changes));
    }

    private void tell(long id, Set<TicketChanged> changes) {
        var watcher = watchers.computeIfPresent(id, (same, known) -> fresh(known));
        if (watcher == null) {
            return;
        }
        var codes = changes.stream()
                .filter(change -> change.concerns(watcher.person()))
                .map(change -> Long.toString(change.ticketId()))
                .collect(Collectors.toSet());
        if (!codes.isEmpty()) {
            push.send(codes.size() > MOST_CODES ? "" : String.join(" ", codes), id);
        }
    }

    /** A right that ended does not outlive its minute, even on a page that stays open. */
    private @Nullable Watcher fresh(Watcher known) {
        var now = System.nanoTime();
        return now - known.since() < RIGHTS_FOR
                ? known
                : people.find(known.person().id())
                        .map(person -> new Watcher(person, known.pages(), now))
                        .orElse(null);
    }

    @Override
    public void missed() {
        watchers.keySet().forEach(id -> push.send("", id));
    }
}
