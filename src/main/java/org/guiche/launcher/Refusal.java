package org.guiche.launcher;

import org.jspecify.annotations.Nullable;

/** Why Guichê does not start, in one sentence that says what to do. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final String sentence;

    Refusal(String key, @Nullable Object... arguments) {
        super(key);
        this.key = key;
        sentence = Texts.of(key, arguments);
    }

    boolean isOf(String other) {
        return key.equals(other);
    }

    String sentence() {
        return sentence;
    }
}
