package org.guiche.shared;

/** It does not exist, or not for the caller: 404, with the same words in both cases. */
public final class NotFound extends BusinessException {

    private static final long serialVersionUID = 1;

    public NotFound(String key, Object... args) {
        super(key, args);
    }
}
