package org.guiche.shared;

/** Not now, for a reason of ours that passes by itself or by the operator's hand: 503, to be tried again. */
public final class Unavailable extends BusinessException {

    private static final long serialVersionUID = 1;

    /** How long a program should wait before it tries again. */
    public static final int RETRY_AFTER_SECONDS = 60;

    public Unavailable(String key, Object... args) {
        super(key, args);
    }
}
