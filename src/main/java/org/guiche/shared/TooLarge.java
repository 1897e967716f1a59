package org.guiche.shared;

/** More than fits: 413. */
public final class TooLarge extends BusinessException {

    private static final long serialVersionUID = 1;

    public TooLarge(String key, Object... args) {
        super(key, args);
    }
}
