package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiche.accounts.People;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Capacities;
import org.guiche.tickets.Capacity;
import org.guiche.tickets.TicketDetails;
import org.guiche.units.Priority;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** What the properties of the open ticket may become. */
@Named
@RequestScoped
public class DeskChoices {

    @Inject
    DeskTicket open;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    Capacities capacities;

    @Inject
    CurrentUser user;

    @Inject
    Moments moments;

    private TicketDetails ticket() {
        return open.getTicket();
    }

    /** The present status and those that may follow, waiting with each of its reasons. */
    public List<SelectItem> getStatuses() {
        var now = ticket().status();
        var reason = ticket().holdReason();
        var items = new ArrayList<SelectItem>();
        items.add(new SelectItem(
                DeskProperties.status(ticket()), reason == null ? now.name() : now.name() + ": " + reason.name()));
        ticket().nextStatuses().forEach(next -> {
            if (next.reasons().isEmpty()) {
                items.add(new SelectItem(next.key(), next.name()));
            }
            next.reasons()
                    .forEach(why -> items.add(new SelectItem(
                            next.key() + DeskProperties.WITH + why.key(), next.name() + ": " + why.name())));
        });
        return items;
    }

    /** The teams. */
    public List<SelectItem> getSectors() {
        return sectors.all().stream()
                .map(one -> new SelectItem(one.key(), one.name()))
                .toList();
    }

    /** Those who work in the ticket's team; nobody is the queue. */
    public List<SelectItem> getMembers() {
        var ids = sectors.members(ticket().sector().id());
        var names = people.names(ids);
        var items = new ArrayList<SelectItem>();
        items.add(new SelectItem("", Texts.get("tickets.desk.queue")));
        var away = capacities.absent(ids, user.get()).stream()
                .collect(Collectors.toMap(one -> one.person().id(), Capacity::absentUntil));
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(name -> items.add(
                        new SelectItem(Long.toString(name.getKey()), name(name.getValue(), away.get(name.getKey())))));
        var now = ticket().assignee();
        if (now != null && !names.containsKey(now.id())) {
            items.add(new SelectItem(Long.toString(now.id()), now.name()));
        }
        return items;
    }

    private String name(String name, @Nullable Instant awayUntil) {
        return awayUntil == null ? name : Texts.get("tickets.desk.absent", name, moments.due(awayUntil));
    }

    /** The priorities. */
    public List<SelectItem> getPriorities() {
        return Arrays.stream(Priority.values())
                .map(one -> new SelectItem(one.name(), Texts.get("tickets.priority." + one.style())))
                .toList();
    }

    /** The classifications of the unit; none where it has none. */
    public List<SelectItem> getClassifications() {
        return ticket().unit().classifications().stream()
                .map(one -> new SelectItem(one.key(), one.name()))
                .toList();
    }
}
