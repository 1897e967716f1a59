package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.guiche.shared.RuleViolation;
import org.guiche.units.HoldReason;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands: in which status, since when, and why it waits. Another status is another one of these. */
@Embeddable
class TicketStatus {

    @Column(name = "status_id")
    private long id;

    @Enumerated(EnumType.STRING)
    private StatusCategory category;

    @Column(name = "hold_reason_id")
    @Nullable
    private Long reasonId;

    @Column(name = "status_since")
    private Instant since;

    @Column(name = "closed_at")
    @Nullable
    private Instant closedAt;

    @Column(name = "merged_into")
    @Nullable
    private Long mergedInto;

    protected TicketStatus() {}

    static TicketStatus first(Status status, Instant now) {
        var first = new TicketStatus();
        first.id = status.id();
        first.category = status.category();
        first.since = now;
        return first;
    }

    /** The one that follows; what the table of categories forbids is refused, as is a missing reason. */
    TicketStatus then(Status target, @Nullable HoldReason reason, Instant now) {
        if (!category.canBecome(target.category())) {
            throw RuleViolation.of("status", "tickets.status.cannot-become", target.name());
        }
        if (target.reasonRequired() && reason == null) {
            throw RuleViolation.of("reason", "tickets.reason.required", target.name());
        }
        var next = first(target, now);
        next.reasonId = reason == null ? null : reason.id();
        next.closedAt = next.category == StatusCategory.CLOSED ? now : null;
        return next;
    }

    /** The end that a merge brings, for no reason of the unit's. */
    TicketStatus merged(Status end, long target, Instant now) {
        var merged = first(end, now);
        merged.closedAt = now;
        merged.mergedInto = target;
        return merged;
    }

    /** What it was before that merge. */
    static TicketStatus before(Merge merge, Status status) {
        var before = first(status, merge.statusSince());
        before.reasonId = merge.reasonId();
        return before;
    }

    boolean isOurTurn() {
        return category == StatusCategory.NEW || category == StatusCategory.OPEN;
    }

    boolean isDone() {
        return category == StatusCategory.RESOLVED || category == StatusCategory.CLOSED;
    }

    long id() {
        return id;
    }

    StatusCategory category() {
        return category;
    }

    @Nullable
    Long reasonId() {
        return reasonId;
    }

    /** The ticket that tells what was said here; null where it was not merged. */
    @Nullable
    Long mergedInto() {
        return mergedInto;
    }

    Instant since() {
        return since;
    }
}
