package org.guiche.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.accounts.PagesTold;

/**
 * The container's sessions on this node by who is signed in there. A session that is over in its table ends at its next request; what
 * hangs on it without a request, a push connection above all, ends here.
 */
@ApplicationScoped
class OpenSessions {

    private static final Logger LOG = Logger.getLogger(OpenSessions.class.getName());

    private final Map<Long, Set<HttpSession>> open = new ConcurrentHashMap<>();

    void add(long personId, HttpSession session) {
        open.computeIfAbsent(personId, id -> ConcurrentHashMap.newKeySet()).add(session);
    }

    void remove(long personId, HttpSession session) {
        open.computeIfPresent(personId, (id, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /** Ends all of that person's, with their push connections. */
    void told(@Observes PagesTold event) {
        Set.copyOf(open.getOrDefault(event.personId(), Set.of())).forEach(OpenSessions::end);
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "it has ended meanwhile", e);
        }
    }
}
