package org.guiche.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.guiche.accounts.SignInResult.CodeNeeded;
import org.jspecify.annotations.Nullable;

/** That a password was right a moment ago: good for the code's page and nothing else, for five minutes. */
record PendingCode(CodeNeeded needed, Instant until) implements Serializable {

    private static final String ATTRIBUTE = "guiche.pending";
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Begins it under a new session id. */
    static void begin(HttpServletRequest request, CodeNeeded needed, Instant now) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, new PendingCode(needed, now.plus(LIFE)));
    }

    /** Whose code is waited for; nobody's when that took too long. */
    static @Nullable CodeNeeded of(HttpServletRequest request, Instant now) {
        var kept = request.getSession(false);
        var pending = kept == null ? null : (PendingCode) kept.getAttribute(ATTRIBUTE);
        return pending == null || !now.isBefore(pending.until()) ? null : pending.needed();
    }

    /** It was answered. */
    static void end(HttpServletRequest request) {
        var kept = request.getSession(false);
        if (kept != null) {
            kept.removeAttribute(ATTRIBUTE);
        }
    }
}
