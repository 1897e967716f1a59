package org.guiche.shared;

/** It was there and the caller may know so, but nobody has it any more: 410. */
public final class Gone extends BusinessException {

    private static final long serialVersionUID = 1;

    public Gone(String key, Object... args) {
        super(key, args);
    }
}
