package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** How urgent a ticket is, and what it was classified as. */
@Embeddable
class Urgency {

    @Column(name = "classification_id")
    @Nullable
    private Long classificationId;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "priority_rank")
    private int rank;

    protected Urgency() {}

    private Urgency(@Nullable Long classificationId, Priority priority) {
        this.classificationId = classificationId;
        this.priority = priority;
        this.rank = priority.rank();
    }

    static Urgency of(Promise promise) {
        var classification = promise.classification();
        return new Urgency(classification == null ? null : classification.id(), promise.priority());
    }

    @Nullable
    Long classificationId() {
        return classificationId;
    }

    Priority priority() {
        return priority;
    }

    int rank() {
        return rank;
    }
}
