package org.guiche.shared;

/** It is there and the caller may see it, but nobody may have it now: 423. */
public final class Locked extends BusinessException {

    private static final long serialVersionUID = 1;

    public Locked(String key, Object... args) {
        super(key, args);
    }
}
