package org.guiche.shared;

import java.util.List;

/** What is wrong with one field: its key in the form or command, and the key and arguments of the sentence. */
public record FieldError(String field, String key, List<Object> args) {

    public FieldError {
        args = List.copyOf(args);
    }

    /** The same, with the arguments one by one. */
    public FieldError(String field, String key, Object... args) {
        this(field, key, List.of(args));
    }
}
