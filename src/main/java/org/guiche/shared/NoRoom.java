package org.guiche.shared;

/** The store has no room left: 507. What it has, it keeps; it goes on when somebody has made room. */
public final class NoRoom extends BusinessException {

    private static final long serialVersionUID = 1;

    public NoRoom(String key, Object... args) {
        super(key, args);
    }
}
