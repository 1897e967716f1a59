package org.guiche.tickets;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What another ticket is to the one that is looked at. */
public enum LinkRole {
    /** Both are about the same thing. */
    RELATED(LinkKind.RELATED, true),
    /** This one says again what the other one says. */
    DUPLICATE(LinkKind.DUPLICATE, true),
    /** The other one says again what this one says. */
    DUPLICATED_BY(LinkKind.DUPLICATE, false),
    /** This one goes on where the other one ended. */
    FOLLOW_UP(LinkKind.FOLLOW_UP, true),
    /** The other one goes on where this one ended. */
    FOLLOWED_BY(LinkKind.FOLLOW_UP, false),
    /** The other one is made of this one and others. */
    PARENT(LinkKind.PARENT, true),
    /** This one is made of the other one and others. */
    CHILD(LinkKind.PARENT, false),
    /** The other one was merged into this one; only a merge makes it. */
    MERGED(null, false);

    private final @Nullable LinkKind kind;
    private final boolean outgoing;

    LinkRole(@Nullable LinkKind kind, boolean outgoing) {
        this.kind = kind;
        this.outgoing = outgoing;
    }

    /** What a link is, seen from one of its ends. */
    static LinkRole of(LinkKind kind, boolean outgoing) {
        for (var role : values()) {
            if (role.kind == kind && (role.outgoing == outgoing || kind == LinkKind.RELATED)) {
                return role;
            }
        }
        throw new IllegalArgumentException(kind.name());
    }

    /** Whether somebody may make it, and take it back. */
    public boolean isMade() {
        return kind != null;
    }

    /** The kind of the link. */
    LinkKind kind() {
        return Objects.requireNonNull(kind, "a merge is no link");
    }

    /** Whether the link leads from here to the other one. */
    boolean isOutgoing() {
        return outgoing;
    }

    /** The same, seen from the other ticket. */
    LinkRole reversed() {
        return of(kind(), !outgoing);
    }

    /** Its word in the bundle. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
