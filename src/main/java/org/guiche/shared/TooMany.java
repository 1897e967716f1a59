package org.guiche.shared;

import java.time.Duration;

/** More often than permitted: 429, to be tried again once that time has passed. */
public final class TooMany extends BusinessException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public TooMany(String key, Duration retryAfter, Object... args) {
        super(key, args);
        this.retryAfter = retryAfter;
    }

    /** How long to wait. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
