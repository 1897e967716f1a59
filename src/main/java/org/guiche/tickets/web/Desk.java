package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.AccessDenied;
import org.guiche.tickets.Queues;
import org.guiche.tickets.Queues.Counts;
import org.guiche.tickets.TicketFilter;
import org.guiche.tickets.TicketFilter.Sort;
import org.guiche.tickets.TicketSearch;
import org.guiche.tickets.TicketSummary;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * The agent's desk: which list is open and which ticket of it. All of that stands in the address, so that links, the back button and
 * another window work.
 */
@Named
@RequestScoped
public class Desk {

    private static final int A_LIST = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    TicketSearch search;

    @Inject
    Queues queues;

    @Inject
    Sectors sectors;

    private View view = View.MINE;
    private @Nullable Sector sector;
    private String query = "";
    private @Nullable Counts counts;
    private @Nullable List<TicketSummary> list;
    private @Nullable String next;

    /** A list that is no queue. */
    public enum View {
        MINE,
        UNASSIGNED,
        WAITING,
        ALL,
        DONE;

        /** Its word in the address and in the bundle. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private @Nullable String assignee() {
            return switch (this) {
                case MINE, WAITING, DONE -> "me";
                case UNASSIGNED -> "none";
                case ALL -> null;
            };
        }

        private Set<StatusCategory> categories() {
            return switch (this) {
                case MINE, ALL ->
                    EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.PENDING, StatusCategory.ON_HOLD);
                case UNASSIGNED -> EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN);
                case WAITING -> EnumSet.of(StatusCategory.PENDING, StatusCategory.ON_HOLD);
                case DONE -> EnumSet.of(StatusCategory.RESOLVED, StatusCategory.CLOSED);
            };
        }
    }

    /** A queue in the sidebar. */
    public record Queue(Sector sector, int count, int color) {}

    @PostConstruct
    void begin() {
        var word = parameter("view");
        view = Arrays.stream(View.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(View.MINE);
        var key = parameter("sector");
        sector = sectors.all().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(null);
        query = parameter("q").strip();
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** For those who work here only. */
    public void enter() {
        if (!user.isStaff()) {
            throw new AccessDenied("tickets.desk.denied");
        }
    }

    /** The tickets of the open list, in its order. */
    public List<TicketSummary> getList() {
        if (list == null) {
            var after = parameter("after").isEmpty() ? null : parameter("after");
            var page = sector != null && query.isEmpty()
                    ? queues.unfinished(sector.key(), A_LIST, after, user.get())
                    : search.list(filter(), A_LIST, after, user.get());
            list = page.items();
            next = page.next();
        }
        return list;
    }

    private TicketFilter filter() {
        return query.isEmpty()
                ? filter(view.categories(), view.assignee(), null, view == View.DONE ? Sort.ACTIVITY : Sort.QUEUE)
                : filter(Set.of(), null, query, Sort.ACTIVITY);
    }

    private static TicketFilter filter(
            Set<StatusCategory> categories, @Nullable String assignee, @Nullable String words, Sort order) {
        return new TicketFilter(Set.of(), categories, null, assignee, null, null, null, words, null, order);
    }

    /** Where the list goes on; null where this is all of it. */
    public @Nullable String getNext() {
        getList();
        return next == null ? null : address(null) + "&after=" + encoded(next);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What waits where. */
    public Counts getCounts() {
        if (counts == null) {
            counts = queues.counts(user.get());
        }
        return counts;
    }

    /** The queues that the person works, with how many wait in each. */
    public List<Queue> getQueues() {
        var queues = new ArrayList<Queue>();
        for (var one : sectors.of(user.get())) {
            queues.add(new Queue(one, getCounts().sectors().getOrDefault(one.key(), 0), queues.size() % 5 + 1));
        }
        return queues;
    }

    /** Whether the person may take the next ticket of the open queue. */
    public boolean isTaking() {
        return sector != null && sectors.isMember(user.get(), sector.id());
    }

    /** The address of the open list, with that ticket beside it. */
    public String address(@Nullable String code) {
        var list = sector != null ? "sector=" + sector.key() : "view=" + view.word();
        var words = query.isEmpty() ? "" : "&q=" + encoded(query);
        return "/tickets/workspace?" + list + words + (code == null ? "" : "&code=" + code);
    }

    public View getView() {
        return view;
    }

    public @Nullable Sector getSector() {
        return sector;
    }

    public String getQuery() {
        return query;
    }

    /** The code of the open ticket, if one is open. */
    public @Nullable String getCode() {
        return Optional.of(parameter("code"))
                .filter(code -> code.matches("[1-9]\\d{0,17}"))
                .orElse(null);
    }
}
