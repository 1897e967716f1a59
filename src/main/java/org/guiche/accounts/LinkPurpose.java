package org.guiche.accounts;

import java.time.Duration;

/** What a link in a mail is good for, and how long. */
public enum LinkPurpose {
    /** Chooses a password, another one or the first. */
    PASSWORD(Duration.ofHours(1)),
    /** Chooses the first password of somebody who was invited. */
    INVITATION(Duration.ofDays(7)),
    /** Proves that an address is one's own, and registers whoever signed up with it. */
    SIGN_UP(Duration.ofHours(24)),
    /** Says that the address somebody wants from now on is one's own. */
    EMAIL_NEW(Duration.ofHours(24)),
    /** Says, at the address that somebody has so far, that the other one is wanted. */
    EMAIL_OLD(Duration.ofHours(24));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    /** Whether it is about an address, and never sets a password. */
    boolean choosesPassword() {
        return this != EMAIL_NEW && this != EMAIL_OLD;
    }

    Duration life() {
        return life;
    }
}
