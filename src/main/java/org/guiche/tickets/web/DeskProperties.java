package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Assignment;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Capacities;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketDetails;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** What the agent may change of the open ticket, each at once: status, team, person, priority, classification, tags. */
@Named
@RequestScoped
public class DeskProperties {

    /** Between a status and one of its reasons. */
    static final String WITH = " ";

    @Inject
    DeskTicket open;

    @Inject
    CurrentUser user;

    @Inject
    Changes changes;

    @Inject
    Assignments assignments;

    @Inject
    Capacities capacities;

    @Inject
    Moments moments;

    private @Nullable String status;
    private @Nullable String sector;
    private @Nullable String assignee;
    private @Nullable String priority;
    private @Nullable String classification;
    private @Nullable String tags;

    private TicketDetails ticket() {
        return open.getTicket();
    }

    /** Goes to the chosen status. */
    public void changeStatus() {
        var parts = String.valueOf(status).split(WITH, 2);
        var reason = parts.length > 1 ? parts[1] : null;
        changes.changeStatus(
                ticket().code(), new StatusChange(parts[0], reason, null, Channel.PORTAL), user.get(), open.seen());
        done("tickets.desk.changed");
    }

    /** Passes the ticket on to the chosen team. */
    public void move() {
        change(TicketChange.toSector(sector, Channel.PORTAL));
        done("tickets.desk.moved");
    }

    private void change(TicketChange change) {
        changes.change(ticket().code(), change, user.get(), open.seen());
    }

    /** Gives the ticket to the chosen person, or back to the queue. */
    public void assign() {
        var id = assignee == null || assignee.isEmpty() ? null : Long.valueOf(assignee);
        assignments.assign(ticket().code(), new Assignment(id, Channel.PORTAL), user.get(), open.seen());
        done("tickets.desk.assigned");
        if (id != null) {
            capacities.absentUntil(id, user.get()).ifPresent(this::warn);
        }
    }

    /** Whoever was given the ticket is not there. */
    private void warn(Instant until) {
        var person = ticket().assignee();
        DeskTicket.tell(
                Texts.get("tickets.desk.assigned.absent", person == null ? "" : person.name(), moments.due(until)));
    }

    /** Takes the open ticket. */
    public void assignMe() {
        assignments.assign(ticket().code(), new Assignment(user.get().id(), Channel.PORTAL), user.get(), open.seen());
        done("tickets.desk.assigned");
    }

    /** Gives the chosen priority. */
    public void prioritise() {
        change(TicketChange.toPriority(Priority.valueOf(String.valueOf(priority)), Channel.PORTAL));
        done("tickets.desk.changed");
    }

    /** Classifies the ticket anew; its deadlines follow. */
    public void classify() {
        change(TicketChange.toClassification(classification, Channel.PORTAL));
        done("tickets.desk.changed");
    }

    /** Puts these tags, separated by commas. */
    public void tag() {
        var words = Arrays.stream(String.valueOf(tags).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.equals(ticket().tags())) {
            return;
        }
        change(TicketChange.toTags(words, Channel.PORTAL));
        done("tickets.desk.changed");
    }

    private void done(String key) {
        open.changed();
        status = null;
        sector = null;
        assignee = null;
        priority = null;
        classification = null;
        tags = null;
        DeskTicket.tell(Texts.get(key));
    }

    public String getStatus() {
        return status != null ? status : status(ticket());
    }

    /** The status of the ticket as one of the choices. */
    static String status(TicketDetails ticket) {
        var reason = ticket.holdReason();
        return reason == null ? ticket.status().key() : ticket.status().key() + WITH + reason.key();
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public String getSector() {
        return sector != null ? sector : ticket().sector().key();
    }

    public void setSector(@Nullable String sector) {
        this.sector = sector;
    }

    public String getAssignee() {
        var now = ticket().assignee();
        return assignee != null ? assignee : now == null ? "" : Long.toString(now.id());
    }

    public void setAssignee(@Nullable String assignee) {
        this.assignee = assignee == null ? "" : assignee;
    }

    public String getPriority() {
        return priority != null ? priority : ticket().priority().name();
    }

    public void setPriority(@Nullable String priority) {
        this.priority = priority;
    }

    public @Nullable String getClassification() {
        var now = ticket().classification();
        return classification != null ? classification : now == null ? null : now.key();
    }

    public void setClassification(@Nullable String classification) {
        this.classification = classification;
    }

    public String getTags() {
        return tags != null ? tags : String.join(", ", ticket().tags());
    }

    public void setTags(@Nullable String tags) {
        this.tags = tags == null ? "" : tags;
    }
}
