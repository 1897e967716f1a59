package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.StringListConverter;
import org.jspecify.annotations.Nullable;

/** What a ticket was before it was merged into another one, so that it can be that again. */
@Entity
@Table(name = "tickets_merge")
class Merge {

    @Id
    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "target_id")
    private long targetId;

    @Column(name = "merged_at")
    private Instant mergedAt;

    @Column(name = "merged_by")
    private long mergedBy;

    @Column(name = "status_id")
    private long statusId;

    @Column(name = "reason_id")
    @Nullable
    private Long reasonId;

    @Column(name = "status_since")
    private Instant statusSince;

    @Convert(converter = StringListConverter.class)
    private List<String> carried;

    protected Merge() {}

    /** Of a ticket as it is at this moment; the other one gets these addresses from it. */
    static Merge of(Ticket source, Ticket target, Person agent, List<String> carried) {
        var merge = new Merge();
        merge.ticketId = source.id;
        merge.targetId = target.id;
        merge.mergedBy = agent.id();
        merge.statusId = source.status.id();
        merge.reasonId = source.status.reasonId();
        merge.statusSince = source.status.since();
        merge.carried = carried;
        return merge;
    }

    Merge at(Instant now) {
        mergedAt = now;
        return this;
    }

    long targetId() {
        return targetId;
    }

    Instant at() {
        return mergedAt;
    }

    long statusId() {
        return statusId;
    }

    @Nullable
    Long reasonId() {
        return reasonId;
    }

    Instant statusSince() {
        return statusSince;
    }

    List<String> carried() {
        return carried;
    }
}
