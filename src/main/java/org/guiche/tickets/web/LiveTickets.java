package org.guiche.tickets.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import org.guiche.accounts.AccessEnded;
import org.guiche.shared.Database;
import org.guiche.tickets.TicketChanged;
import org.jspecify.annotations.Nullable;

/** Takes what was committed on this node to the feed that all nodes share, for as long as the application runs. */
@ApplicationScoped
class LiveTickets {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    LivePages pages;

    private volatile @Nullable ChangeFeed feed;
    private @Nullable Thread thread;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        var database = new Database();
        var begun = new ChangeFeed(database::getConnection, pages);
        thread = threads.newThread(begun);
        thread.setName("guiche-live");
        thread.start();
        feed = begun;
    }

    /** After the commit: what was rolled back is nobody's news, and a page that looks again finds it. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketChanged change) {
        var begun = feed;
        if (begun != null) {
            begun.tell(change);
        }
    }

    /** After the commit, on all nodes: pages may be open on any. */
    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessEnded event) {
        var begun = feed;
        if (begun != null) {
            begun.tellEnd(event.personId());
        }
    }

    @PreDestroy
    void end() {
        var begun = feed;
        var running = thread;
        if (begun == null || running == null) {
            return;
        }
        begun.stop();
        try {
            running.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
