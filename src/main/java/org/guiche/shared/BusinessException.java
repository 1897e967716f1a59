package org.guiche.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A refusal that the user can understand. The message is the key of a sentence in the module's bundle; the arguments fill it.
 * Thrown inside an EJB it rolls the transaction back and reaches the caller as it is.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class BusinessException extends RuntimeException
        permits RuleViolation,
                AccessDenied,
                NotFound,
                StaleVersion,
                TooLarge,
                TooMany,
                Unavailable,
                NoRoom,
                Locked,
                Gone {

    private static final long serialVersionUID = 1;

    private final transient List<Object> args;

    BusinessException(String key, Object... args) {
        super(key);
        this.args = List.of(args);
    }

    /** The key of the sentence, such as {@code ticket.status.cannot-become}. */
    public final String key() {
        return String.valueOf(getMessage());
    }

    /** What fills the sentence's places, in order. */
    public final List<Object> args() {
        return args == null ? List.of() : args;
    }
}
