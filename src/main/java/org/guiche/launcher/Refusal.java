package org.guiche.launcher;

import org.jspecify.annotations.Nullable;

/** Why Guichê does not start, in one sentence that says what to do. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    Refusal(String key, @Nullable Object... arguments) {
        super(key);
        sentence = Texts.of(key, arguments);
    }

    String sentence() {
        return sentence;
    }
}
