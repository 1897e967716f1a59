package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.guiche.tickets.Queues;
import org.guiche.tickets.TicketFilter;
import org.guiche.tickets.TicketOrder;
import org.guiche.tickets.TicketOrder.By;
import org.guiche.tickets.TicketSearch;
import org.guiche.tickets.TicketSummary;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** The open list of the agent's desk, a page of it, looked up once a request. */
@Named
@RequestScoped
public class DeskList {

    private static final int A_LIST = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Desk desk;

    @Inject
    TicketSearch search;

    @Inject
    Queues queues;

    @Inject
    Deadlines deadlines;

    @Inject
    Moments moments;

    private @Nullable Page<TicketSummary> page;
    private @Nullable List<DeskRow> rows;

    private Page<TicketSummary> page() {
        if (page == null) {
            var after = desk.parameter("after").isEmpty() ? null : desk.parameter("after");
            var sector = desk.getSector();
            page = sector != null && desk.getQuery().isEmpty()
                    ? queues.unfinished(sector.key(), A_LIST, after, user.get())
                    : search.list(filter(), A_LIST, after, user.get());
        }
        return page;
    }

    private TicketFilter filter() {
        var view = desk.getView();
        return desk.getQuery().isEmpty()
                ? filter(view.categories(), view.assignee(), null, view == Desk.View.DONE ? By.ACTIVITY : By.QUEUE)
                : filter(Set.of(), null, desk.getQuery(), By.ACTIVITY);
    }

    private static TicketFilter filter(
            Set<StatusCategory> categories, @Nullable String assignee, @Nullable String words, By order) {
        return new TicketFilter(
                Set.of(), null, categories, null, assignee, null, null, null, words, null, TicketOrder.of(order));
    }

    /** The tickets of the open list, in its order. */
    public List<DeskRow> getRows() {
        if (rows == null) {
            rows = new ArrayList<>();
            for (var ticket : page().items()) {
                rows.add(row(ticket, rows.size() + 1));
            }
        }
        return rows;
    }

    private DeskRow row(TicketSummary ticket, int place) {
        var digits = ticket.code().digits();
        return new DeskRow(
                ticket,
                place,
                digits.equals(desk.getCode()),
                request.getContextPath() + desk.address(digits),
                moments.past(ticket.createdAt()),
                deadlines.row(ticket));
    }

    /** Where the list goes on; null where this is all of it. */
    public @Nullable String getNext() {
        var next = page().next();
        return next == null ? null : desk.address(null) + "&after=" + Desk.encoded(next);
    }

    /** What the list is called. */
    public String getTitle() {
        var sector = desk.getSector();
        if (!desk.getQuery().isEmpty()) {
            return Texts.get("tickets.desk.found", desk.getQuery());
        }
        return sector == null ? Texts.get("tickets.desk.view." + desk.getView().word()) : sector.name();
    }
}
