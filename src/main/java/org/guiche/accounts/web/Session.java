package org.guiche.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Whose session it is, as of when and since when: what the session keeps, so that it survives on another node.
 *
 * @param handle by which its row is found; without one it is over
 */
record Session(long personId, int epoch, Instant begun, String handle) implements Serializable {

    private static final String ATTRIBUTE = "guiche.session";

    /** However busy it is; zero for no end. */
    private static final Duration LONGEST = Duration.ofHours(ConfigProvider.getConfig()
            .getOptionalValue("guiche.session.hours", Integer.class)
            .orElse(12));

    private static final Duration FRESH = Duration.ofMinutes(10);

    /** The request's session; one that has lasted its longest ends here (ASVS 7.3.2). */
    static @Nullable Session of(HttpServletRequest request, Instant now) {
        var kept = request.getSession(false);
        var session = kept == null ? null : (Session) kept.getAttribute(ATTRIBUTE);
        if (session != null && session.isOver(now)) {
            kept.invalidate();
            return null;
        }
        return session;
    }

    /** The handle of the request's session; empty for none. */
    static String handle(HttpServletRequest request) {
        var kept = request.getSession(false);
        return kept != null && kept.getAttribute(ATTRIBUTE) instanceof Session session ? session.handle() : "";
    }

    /** Whether somebody showed here who he or she is so lately that the password need not be asked for again. */
    static boolean isFresh(HttpServletRequest request, Instant now) {
        var session = of(request, now);
        return session != null && session.begun().plus(FRESH).isAfter(now);
    }

    private boolean isOver(Instant now) {
        return !LONGEST.isZero() && !now.isBefore(begun.plus(LONGEST));
    }

    /** Begins it under a new session id, so that one planted before is worth nothing (ASVS 7.2.4). */
    void begin(HttpServletRequest request) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, this);
    }
}
