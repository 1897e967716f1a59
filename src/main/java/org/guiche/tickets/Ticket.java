package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiche.shared.JsonMap;
import org.guiche.shared.StringListConverter;
import org.guiche.tickets.Routes.Route;
import org.guiche.units.BusinessUnit;
import org.guiche.units.HoldReason;
import org.guiche.units.Sector;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/** A request for help, from the first message to the last. The root of everything said and done about it. */
@Entity
@Table(name = "tickets_ticket")
class Ticket {

    @Id
    long id;

    @Version
    int version;

    @Embedded
    Origin origin;

    @Embedded
    TicketStatus status;

    @Embedded
    Urgency urgency;

    @Column(name = "unit_id")
    long unitId;

    @Column(name = "form_id")
    long formId;

    @Column(name = "sector_id")
    long sectorId;

    @Column(name = "assignee_id")
    @Nullable
    Long assigneeId;

    String subject;

    @Convert(converter = JsonMap.class)
    Map<String, Object> contact;

    @Convert(converter = JsonMap.class)
    Map<String, Object> answers;

    @Convert(converter = StringListConverter.class)
    List<String> cc = List.of();

    @Convert(converter = StringListConverter.class)
    List<String> tags = List.of();

    @Embedded
    Standing standing;

    @Column(name = "last_activity_at")
    Instant lastActivityAt;

    @Column(name = "changed_at")
    Instant changedAt;

    /** EclipseLink reads null where all its columns are empty. */
    @Embedded
    @Nullable
    private TicketDeadlines deadlines;

    protected Ticket() {}

    /** A new one at that unit, for that team. */
    static Ticket open(long code, BusinessUnit unit, Route route, Origin origin) {
        var ticket = new Ticket();
        ticket.id = code;
        ticket.origin = origin;
        ticket.unitId = unit.id();
        ticket.formId = unit.form().id();
        ticket.sectorId = route.sector().id();
        ticket.status = TicketStatus.first(unit.initialStatus(), origin.createdAt());
        ticket.standing = Standing.since(origin.createdAt(), route.unsorted());
        ticket.active(origin.createdAt());
        return ticket;
    }

    /** A new one that goes on where that one ended: with the same form, answers, contact and copies, in the entry sector. */
    static Ticket following(long code, Ticket before, BusinessUnit unit, Origin origin) {
        var ticket = open(code, unit, new Route(unit.entrySector(), true), origin);
        ticket.formId = before.formId;
        ticket.tell(before.subject, before.answers, before.contact, before.cc);
        return ticket;
    }

    /** What it is about, whom to talk to, and who gets a copy. */
    void tell(String about, Map<String, Object> answered, Map<String, Object> whom, List<String> copies) {
        subject = about;
        answers = answered;
        contact = whom;
        cc = copies;
    }

    TicketCode code() {
        return new TicketCode(id);
    }

    TicketDeadlines deadlines() {
        return deadlines == null ? TicketDeadlines.none() : deadlines;
    }

    boolean isWaiting() {
        return assigneeId == null && status.isOurTurn();
    }

    /** Somebody decided that it is in the right team, or has to decide it once more. */
    void sort(boolean decided, Instant now) {
        standing = decided ? standing.sorted() : standing.unsorted();
        touched(now);
    }

    /** Goes to another status, if that one may follow. */
    void become(Status target, @Nullable HoldReason reason, Instant now) {
        become(status.then(target, reason, now), now);
    }

    /** The same where something else leads there. */
    void become(TicketStatus next, Instant now) {
        var before = isWaiting();
        status = next;
        stand(before, now);
        deadlines = deadlines().solved(status.isDone(), now);
        active(now);
    }

    void assign(@Nullable Long personId, Instant now) {
        var before = isWaiting();
        assigneeId = personId;
        stand(before, now);
        active(now);
    }

    private void stand(boolean stoodBefore, Instant now) {
        if (!isWaiting()) {
            standing = standing.sorted();
        } else if (!stoodBefore) {
            standing = standing.placed(now);
        }
    }

    /** Another team carries on; the place in time is kept (S4-06). */
    void move(Sector sector, Instant now) {
        sectorId = sector.id();
        assigneeId = null;
        standing = standing.sorted().placed(now);
        active(now);
    }

    /** It is known now that its requester asked for it. */
    void confirmIdentity(Instant now) {
        origin.confirmIdentity();
        touched(now);
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

    void addCc(List<String> more) {
        cc = Stream.concat(cc.stream(), more.stream()).distinct().toList();
    }

    /** Tags are the staff's own. */
    void tag(List<String> words, Instant now) {
        tags = words;
        touched(now);
    }

    /** Gets that priority, by that classification. */
    void promise(Promise promise, Instant now) {
        var urgent = Urgency.of(promise);
        standing = urgency == null || urgent.rank() == urgency.rank() ? standing : standing.placed(now);
        urgency = urgent;
        touched(now);
    }

    /** Its deadlines are those of these clocks. */
    void reckoned(Optional<ServiceClock> firstResponse, Optional<ServiceClock> resolution) {
        var reckoned = deadlines().reckoned(firstResponse, resolution);
        deadlines = reckoned.isAs(deadlines()) ? deadlines : reckoned;
    }

    void answered(Instant now) {
        deadlines = deadlines().answered(now);
        active(now);
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
}
