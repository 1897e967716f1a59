package org.guiche.units;

import java.util.Set;

/** The life of a ticket. This table is the only place that says which step may follow which (REQUIREMENTS 7.1). */
public enum StatusCategory {
    NEW("novo"),
    OPEN("aberto"),
    PENDING("pendente"),
    ON_HOLD("espera"),
    RESOLVED("resolvido"),
    CLOSED("fechado");

    private final String style;

    StatusCategory(String style) {
        this.style = style;
    }

    /** The categories that may follow; a ticket never becomes new again (S3-06) and never leaves the end (S3-12). */
    public Set<StatusCategory> next() {
        return switch (this) {
            case NEW -> Set.of(OPEN, PENDING, ON_HOLD, RESOLVED, CLOSED);
            case OPEN -> Set.of(PENDING, ON_HOLD, RESOLVED, CLOSED);
            case PENDING -> Set.of(OPEN, ON_HOLD, RESOLVED, CLOSED);
            case ON_HOLD -> Set.of(OPEN, PENDING, RESOLVED, CLOSED);
            case RESOLVED -> Set.of(OPEN, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    /** Whether that category may follow this one; statuses of the same category may change among each other, except NEW. */
    public boolean canBecome(StatusCategory target) {
        return next().contains(target) || (target == this && this != NEW && this != CLOSED);
    }

    /** Whether there is still work to do. */
    public boolean isUnfinished() {
        return this != RESOLVED && this != CLOSED;
    }

    /** What it does to the clocks where a status says nothing: whoever waits for the requester, or is done, does not lose time. */
    ClockEffect clocks() {
        return this == PENDING || !isUnfinished() ? ClockEffect.PAUSE : ClockEffect.RUN;
    }

    /** The last word of its style class. */
    public String style() {
        return style;
    }
}
