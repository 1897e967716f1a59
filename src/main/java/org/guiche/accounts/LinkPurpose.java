package org.guiche.accounts;

import java.time.Duration;

/** What a link in a mail is good for, and how long. */
public enum LinkPurpose {
    /** Chooses a password, another one or the first. */
    PASSWORD(Duration.ofHours(1)),
    /** Proves that an address is one's own, and registers whoever signed up with it. */
    SIGN_UP(Duration.ofHours(24));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
