package org.guiche.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Whose session it is, and as of when: what the session keeps, so that it survives on another node. */
record Session(long personId, int epoch) implements Serializable {

    private static final String ATTRIBUTE = "guiche.session";

    static @Nullable Session of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (Session) session.getAttribute(ATTRIBUTE);
    }

    /** Begins it under a new session id, so that one planted before is worth nothing (ASVS 7.2.4). */
    void begin(HttpServletRequest request) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, this);
    }
}
