package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.guiche.accounts.PagesTold;
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
    private static final String ENDED = "ended"; // no ticket's code
    private static final int UNKNOWN = -1;
    private static final int MOST_CODES = 100;
    private static final long RIGHTS_FOR = TimeUnit.MINUTES.toNanos(1);
    private static final long PATIENCE_MILLIS = 200;
    private static final Logger LOG = Logger.getLogger(LivePages.class.getName());

    @Inject
    @Push(channel = TICKETS)
    PushContext push;

    @Inject
    People people;

    private final Map<Long, Watcher> watchers = new ConcurrentHashMap<>();

    @Inject
    Event<PagesTold> told;

    /** Somebody with pages open here, with the rights as of that moment and version. */
    private record Watcher(Person person, int pages, long since, int version) {

        Watcher with(int more) {
            return new Watcher(person, pages + more, since, version);
        }
    }

    void opened(@Observes @Opened WebsocketEvent event) {
        if (event.getChannel().equals(TICKETS) && event.getUser() instanceof Long id) {
            people.find(id)
                    .ifPresent(person -> watchers.merge(
                            id,
                            new Watcher(person, 1, System.nanoTime(), UNKNOWN),
                            (before, now) -> now.with(before.pages())));
        }
    }

    void closed(@Observes @Closed WebsocketEvent event) {
        if (event.getChannel().equals(TICKETS) && event.getUser() instanceof Long id) {
            watchers.computeIfPresent(id, (same, watcher) -> watcher.pages() > 1 ? watcher.with(-1) : null);
        }
    }

    @Override
    public void changed(Set<TicketChanged> changes) {
        var versions = people.versions(watchers.keySet());
        Set.copyOf(watchers.keySet()).forEach(id -> tell(id, changes, versions));
    }

    /** The pages that are still open look again and find nobody signed in; then the line itself ends, with the session that it hangs on. */
    @Override
    public void ended(Set<Long> over) {
        over.forEach(this::end);
    }

    private void end(long id) {
        watchers.remove(id);
        push.send(ENDED, id).forEach(LivePages::await);
        told.fire(new PagesTold(id));
    }

    private static void await(Future<Void> sent) {
        try {
            sent.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.FINE, "a page that is gone is told nothing", e);
        }
    }

    private void tell(long id, Set<TicketChanged> changes, Map<Long, Integer> versions) {
        if (!versions.containsKey(id)) {
            end(id);
            return;
        }
        var watcher = watchers.computeIfPresent(id, (same, known) -> fresh(known, changes, versions.get(id)));
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

    /**
     * With the rights of this moment. What the staff may do is another only under another version; what others may do depends on the day
     * too, so it is asked before they are told anything.
     */
    private @Nullable Watcher fresh(Watcher known, Set<TicketChanged> changes, int version) {
        var now = System.nanoTime();
        var hears = !known.person().isStaff() && changes.stream().anyMatch(change -> change.concerns(known.person()));
        return known.version() == version && now - known.since() < RIGHTS_FOR && !hears
                ? known
                : people.find(known.person().id())
                        .map(person -> new Watcher(person, known.pages(), now, version))
                        .orElse(null);
    }

    @Override
    public void missed() {
        watchers.keySet().forEach(id -> push.send("", id));
    }
}
