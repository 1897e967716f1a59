package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.guiche.tickets.MyTickets;
import org.guiche.tickets.MyTickets.Turn;
import org.guiche.tickets.TicketSummary;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Backs {@code tickets/mine.xhtml}: the tickets that one follows. It only reads; what is asked stands in the address. */
@Named
@RequestScoped
public class MinePage {

    private static final int ROWS = 25;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    MyTickets tickets;

    @Inject
    PortalBadge badge;

    @Inject
    Units units;

    @Inject
    Deadlines deadlines;

    @Inject
    Moments moments;

    private MineQuery query = MineQuery.of(Map.of());
    private @Nullable Page<TicketSummary> page;
    private List<TicketRow> rows = List.of();

    /** One of the tabs. */
    public record Tab(String label, String count, String path, boolean current) {}

    @PostConstruct
    void ask() {
        var address = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> address.put(name, FormText.clean(values[0])));
        query = MineQuery.of(address);
    }

    /** Looks the page up; an address that was not made here is refused as a page that does not exist. */
    public void enter() {
        page = tickets.list(query.filter(), ROWS, query.after(), user.get());
        rows = page.items().stream()
                .map(ticket -> TicketRow.of(ticket, deadlines, moments))
                .toList();
    }

    public List<TicketRow> getRows() {
        return rows;
    }

    /** Where the list goes on; null at its end. */
    public @Nullable String getMore() {
        return page == null || page.next() == null
                ? null
                : query.from(page.next()).path();
    }

    /** Whose turn it is: three tabs, and one for all. */
    public List<Tab> getTabs() {
        var tabs = new ArrayList<Tab>();
        for (var turn : Turn.values()) {
            tabs.add(tab("tickets.mine." + turn.name().toLowerCase(Locale.ROOT), turn, count(turn)));
        }
        tabs.add(tab("tickets.mine.all", null, capped(badge.getStanding().all(), true)));
        return tabs;
    }

    private Tab tab(String key, @Nullable Turn turn, String count) {
        return new Tab(Texts.get(key), count, query.with(turn).path(), turn == query.turn());
    }

    private String count(Turn turn) {
        return capped(badge.getStanding().of(turn), turn == Turn.DONE);
    }

    private String capped(int count, boolean grows) {
        return grows && badge.getStanding().more() ? count - 1 + "+" : Integer.toString(count);
    }

    /** What the page is asked for. */
    MineQuery query() {
        return query;
    }

    /** The statuses that the list can be narrowed to. */
    public List<MineChoice> getStatuses() {
        return MineChoice.statuses(units.openableBy(user.get()), query);
    }

    /** Whether others' tickets are in the list, so that it says whose each is. */
    public boolean isOfMany() {
        return !user.isStaff() && !user.get().wholeGroups().isEmpty();
    }

    /** Whose tickets are here and whose are not. */
    public String getScope() {
        var person = user.get();
        var group = person.memberships().isEmpty()
                ? ""
                : person.memberships().get(0).groupName();
        var key = person.isPartnerUser() ? "partner" : isOfMany() ? "company" : "own";
        return Texts.get("tickets.mine.scope." + key, group);
    }

    /** Which words stand over an empty list. */
    public String getNothing() {
        return query.isSearched()
                ? "words"
                : !query.status().isEmpty()
                        ? "status"
                        : query.turn() == null ? "ever" : query.turn() == Turn.YOURS ? "yours" : "turn";
    }

    public String getWords() {
        return query.words();
    }

    public String getTurn() {
        return query.turnName();
    }

    public String getStatus() {
        return query.status();
    }

    /** The same list, whatever the status. */
    public String getAnyStatus() {
        return query.withoutStatus().path();
    }

    /** The headings of the list. */
    public List<MineColumn> getColumns() {
        return MineColumn.of(query);
    }

    /** What the list can be sorted by. */
    public List<MineChoice> getOrders() {
        return MineColumn.choices(query);
    }

    /** The same list, the other way round. */
    public String getTurned() {
        return MineColumn.turned(query);
    }
}
