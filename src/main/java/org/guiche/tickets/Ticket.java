package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.partners.Opening;
import org.guiche.shared.JsonMap;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.shared.StringListConverter;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.HoldReason;
import org.guiche.units.Priority;
import org.guiche.units.Sector;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** A request for help, from the first message to the last. The root of everything said and done about it. */
@Entity
@Table(name = "tickets_ticket")
class Ticket {

    @Id
    long id;

    @Version
    int version;

    @Column(name = "unit_id")
    long unitId;

    @Column(name = "form_id")
    long formId;

    @Column(name = "sector_id")
    long sectorId;

    @Column(name = "status_id")
    long statusId;

    @Enumerated(EnumType.STRING)
    StatusCategory category;

    @Column(name = "hold_reason_id")
    @Nullable
    Long holdReasonId;

    @Column(name = "classification_id")
    @Nullable
    Long classificationId;

    @Enumerated(EnumType.STRING)
    Priority priority;

    @Column(name = "priority_rank")
    int priorityRank;

    @Column(name = "group_id")
    long groupId;

    @Column(name = "company_id")
    @Nullable
    Long companyId;

    @Column(name = "project_id")
    @Nullable
    Long projectId;

    @Column(name = "requester_id")
    long requesterId;

    @Column(name = "opened_by_id")
    long openedById;

    @Column(name = "assignee_id")
    @Nullable
    Long assigneeId;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Column(name = "identity_verified")
    boolean identityVerified;

    String subject;

    @Convert(converter = JsonMap.class)
    Map<String, Object> contact;

    @Convert(converter = JsonMap.class)
    Map<String, Object> answers;

    @Convert(converter = StringListConverter.class)
    List<String> cc = List.of();

    @Convert(converter = StringListConverter.class)
    List<String> tags = List.of();

    @Column(name = "submission_key")
    @Nullable
    String submissionKey;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "last_activity_at")
    Instant lastActivityAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "status_since")
    Instant statusSince;

    @Column(name = "first_response_due")
    @Nullable
    Instant firstResponseDue;

    @Column(name = "first_response_at")
    @Nullable
    Instant firstResponseAt;

    @Column(name = "resolution_due")
    @Nullable
    Instant resolutionDue;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    protected Ticket() {}

    TicketCode code() {
        return new TicketCode(id);
    }

    /** Refuses a change made by somebody who saw another version. */
    void expect(@Nullable Integer seen) {
        if (seen != null && seen != version) {
            throw new StaleVersion();
        }
    }

    boolean isWaiting() {
        return assigneeId == null && (category == StatusCategory.NEW || category == StatusCategory.OPEN);
    }

    /** Goes to another status; what the table of categories forbids is refused, as is a missing reason. */
    void become(Status target, @Nullable HoldReason reason, Instant now) {
        if (!category.canBecome(target.category())) {
            throw RuleViolation.of("status", "tickets.status.cannot-become", target.name());
        }
        if (target.reasonRequired() && reason == null) {
            throw RuleViolation.of("reason", "tickets.reason.required", target.name());
        }
        enter(target, now);
        holdReasonId = reason == null ? null : reason.id();
    }

    private void enter(Status target, Instant now) {
        statusId = target.id();
        category = target.category();
        statusSince = now;
        resolvedAt = category == StatusCategory.RESOLVED || category == StatusCategory.CLOSED
                ? resolvedAt == null ? now : resolvedAt
                : null;
        closedAt = category == StatusCategory.CLOSED ? now : null;
        active(now);
    }

    /** A new one at that unit, for whom the opening says. */
    static Ticket open(long code, BusinessUnit unit, Opening opening, Person opener, Instant now) {
        var ticket = new Ticket();
        var company = opening.company();
        var project = opening.project();
        ticket.id = code;
        ticket.unitId = unit.id();
        ticket.formId = unit.form().id();
        ticket.groupId = opening.groupId();
        ticket.companyId = company == null ? null : company.id();
        ticket.projectId = project == null ? null : project.id();
        ticket.requesterId = opener.id();
        ticket.openedById = opener.id();
        ticket.identityVerified = true;
        ticket.begin(unit.initialStatus(), now);
        return ticket;
    }

    /** By which way it came, and under which key it may come again. */
    void come(Channel way, @Nullable UUID submission) {
        channel = way;
        submissionKey = submission == null ? null : submission.toString();
    }

    /** What it is about, and who gets a copy. */
    void tell(String about, Map<String, Object> answered, List<String> copies) {
        subject = about;
        answers = answered;
        cc = copies;
    }

    void talkTo(Map<String, Object> whom) {
        contact = whom;
    }

    void queueAt(Sector where) {
        sectorId = where.id();
    }

    private void begin(Status first, Instant now) {
        statusId = first.id();
        category = first.category();
        statusSince = now;
        createdAt = now;
        queuedAt = now;
        lastActivityAt = now;
        changedAt = now;
    }

    void assign(@Nullable Long personId, Instant now) {
        assigneeId = personId;
        active(now);
    }

    /** Another team carries on; the place in time is kept (S4-06). */
    void move(Sector sector, Instant now) {
        sectorId = sector.id();
        assigneeId = null;
        active(now);
    }

    void rename(String better, Instant now) {
        subject = better;
        active(now);
    }

    void answer(Map<String, Object> better, Instant now) {
        answers = better;
        active(now);
    }

    void copyTo(List<String> addresses, Instant now) {
        cc = addresses;
        active(now);
    }

    /** Tags are the staff's own. */
    void tag(List<String> words, Instant now) {
        tags = words;
        touched(now);
    }

    /** By when there will be an answer and a solution; null where nothing is promised. */
    void promise(@Nullable Instant firstResponse, @Nullable Instant resolution, Instant now) {
        firstResponseDue = firstResponse;
        resolutionDue = resolution;
        touched(now);
    }

    void prioritise(Priority now) {
        priority = now;
        priorityRank = now.rank();
    }

    void classify(@Nullable Classification classification) {
        classificationId = classification == null ? null : classification.id();
    }

    void answered(Instant now) {
        if (firstResponseAt == null) {
            firstResponseAt = now;
        }
    }

    /** Something everybody may see happened: the requester's “última atividade” (C19). */
    void active(Instant now) {
        lastActivityAt = now;
        changedAt = now;
    }

    /** Something only the staff sees happened. */
    void touched(Instant now) {
        changedAt = now;
    }

    void addCc(List<String> more) {
        var all = new LinkedHashSet<>(cc);
        all.addAll(more);
        cc = List.copyOf(all);
    }
}
