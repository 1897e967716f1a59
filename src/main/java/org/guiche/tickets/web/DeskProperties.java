package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.People;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Channel;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.Work;
import org.guiche.units.Priority;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** What the agent may change of the open ticket, each at once: status, team, person, priority, classification, tags. */
@Named
@RequestScoped
public class DeskProperties {

    /** Between a status and one of its reasons. */
    private static final String WITH = " ";

    @Inject
    DeskTicket open;

    @Inject
    CurrentUser user;

    @Inject
    Work work;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    private @Nullable String status;
    private @Nullable String sector;
    private @Nullable String assignee;
    private @Nullable String priority;
    private @Nullable String classification;
    private @Nullable String tags;

    private TicketDetails ticket() {
        return open.getTicket();
    }

    /** The present status and those that may follow, waiting with each of its reasons. */
    public List<SelectItem> getStatuses() {
        var now = ticket().status();
        var reason = ticket().holdReason();
        var items = new ArrayList<SelectItem>();
        items.add(new SelectItem(getStatus(), reason == null ? now.name() : now.name() + ": " + reason.name()));
        ticket().nextStatuses().forEach(next -> {
            if (next.reasons().isEmpty()) {
                items.add(new SelectItem(next.key(), next.name()));
            }
            next.reasons()
                    .forEach(why ->
                            items.add(new SelectItem(next.key() + WITH + why.key(), next.name() + ": " + why.name())));
        });
        return items;
    }

    /** Goes to the chosen status. */
    public void changeStatus() {
        var parts = String.valueOf(status).split(WITH, 2);
        var reason = parts.length > 1 ? parts[1] : null;
        work.changeStatus(ticket().code(), parts[0], reason, null, user.get(), open.seen(), Channel.PORTAL);
        done("tickets.desk.changed");
    }

    /** The teams. */
    public List<SelectItem> getSectors() {
        return sectors.all().stream()
                .map(one -> new SelectItem(one.key(), one.name()))
                .toList();
    }

    /** Passes the ticket on to the chosen team. */
    public void move() {
        change(new TicketChange(null, null, null, sector, null, null));
        done("tickets.desk.moved");
    }

    private void change(TicketChange change) {
        work.change(ticket().code(), change, user.get(), open.seen(), Channel.PORTAL);
    }

    /** Those who work in the ticket's team; nobody is the queue. */
    public List<SelectItem> getMembers() {
        var ids = sectors.members(ticket().sector().id());
        var names = people.names(ids);
        var items = new ArrayList<SelectItem>();
        items.add(new SelectItem("", Texts.get("tickets.desk.queue")));
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(name -> items.add(new SelectItem(Long.toString(name.getKey()), name.getValue())));
        var now = ticket().assignee();
        if (now != null && !names.containsKey(now.id())) {
            items.add(new SelectItem(Long.toString(now.id()), now.name()));
        }
        return items;
    }

    /** Gives the ticket to the chosen person, or back to the queue. */
    public void assign() {
        var id = assignee == null || assignee.isEmpty() ? null : Long.valueOf(assignee);
        work.assign(ticket().code(), id, user.get(), open.seen(), Channel.PORTAL);
        done("tickets.desk.assigned");
    }

    /** Takes the open ticket. */
    public void assignMe() {
        work.assign(ticket().code(), user.get().id(), user.get(), open.seen(), Channel.PORTAL);
        done("tickets.desk.assigned");
    }

    /** The priorities. */
    public List<SelectItem> getPriorities() {
        return Arrays.stream(Priority.values())
                .map(one -> new SelectItem(one.name(), Texts.get("tickets.priority." + one.style())))
                .toList();
    }

    /** Gives the chosen priority. */
    public void prioritise() {
        change(new TicketChange(null, null, Priority.valueOf(String.valueOf(priority)), null, null, null));
        done("tickets.desk.changed");
    }

    /** The classifications of the unit; none where it has none. */
    public List<SelectItem> getClassifications() {
        return ticket().unit().classifications().stream()
                .map(one -> new SelectItem(one.key(), one.name()))
                .toList();
    }

    /** Classifies the ticket anew; its deadlines follow. */
    public void classify() {
        change(new TicketChange(null, classification, null, null, null, null));
        done("tickets.desk.changed");
    }

    /** Puts these tags, separated by commas. */
    public void tag() {
        var words = Arrays.stream(String.valueOf(tags).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
        change(new TicketChange(null, null, null, null, null, words.toList()));
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
        var reason = ticket().holdReason();
        var now = ticket().status().key();
        return status != null ? status : reason == null ? now : now + WITH + reason.key();
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
