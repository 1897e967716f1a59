package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Queues;
import org.guiche.tickets.Queues.Counts;
import org.guiche.tickets.Triages;
import org.guiche.tickets.web.Desk.View;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** The sidebar of the agent's desk: its lists and queues with what waits in each, looked up once a request. */
@Named
@RequestScoped
public class DeskSide {

    private static final int COLOURS = 5;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Desk desk;

    @Inject
    Queues waiting;

    @Inject
    Triages triages;

    @Inject
    Sectors sectors;

    private @Nullable Counts counts;
    private @Nullable List<Place> areas;
    private @Nullable List<Place> views;
    private @Nullable List<Place> queues;

    /**
     * A place to go to.
     *
     * @param icon the classes of what stands before its name
     * @param count how many are there; empty for none
     * @param current {@code page} for the open one; an attribute without a value is left out
     */
    public record Place(
            String href,
            String icon,
            String label,
            String count,
            @Nullable String current) {}

    private Place place(String address, String icon, String label, int count, boolean current) {
        return new Place(
                request.getContextPath() + "/tickets/workspace?" + address,
                icon,
                label,
                count == 0 ? "" : Integer.toString(count),
                current ? "page" : null);
    }

    private Counts counts() {
        if (counts == null) {
            counts = waiting.counts(user.get());
        }
        return counts;
    }

    /** The pages of the staff, with what waits on them; the triage only for those who sort. */
    public List<Place> getAreas() {
        if (areas == null) {
            areas = new ArrayList<>();
            areas.add(area("workspace", "inbox", 0, false)); // there one of its lists is the open one
            if (!triages.entries(user.get()).isEmpty()) {
                areas.add(area("triage", "directions-alt", counts().triage(), isAt("triage")));
            }
            areas.add(area("availability", "calendar-clock", 0, isAt("availability")));
            if (user.isReader()) {
                areas.add(reports());
            }
        }
        return areas;
    }

    private Place area(String page, String icon, int count, boolean current) {
        return new Place(
                request.getContextPath() + "/tickets/" + page,
                "pi pi-" + icon,
                Texts.get("tickets.area." + page),
                count == 0 ? "" : Integer.toString(count),
                current ? "page" : null);
    }

    private Place reports() {
        var path = request.getContextPath() + "/reporting/";
        return new Place(
                path + "dashboard",
                "pi pi-chart-bar",
                Texts.get("shared.nav.reports"),
                "",
                request.getRequestURI().startsWith(path) ? "page" : null);
    }

    private boolean isAt(String page) {
        return request.getRequestURI().endsWith("/tickets/" + page);
    }

    /** The lists that are no queues. */
    public List<Place> getViews() {
        if (views == null) {
            views = new ArrayList<>();
            for (var one : View.values()) {
                views.add(view(one));
            }
        }
        return views;
    }

    private Place view(View one) {
        var open = isAt("workspace")
                && desk.getSector() == null
                && desk.getView() == one
                && desk.getQuery().isEmpty();
        var label = Texts.get("tickets.desk.view." + one.word());
        var count = one == View.MINE ? counts().mine() : 0;
        return place("view=" + one.word(), "pi pi-" + one.icon(), label, count, open);
    }

    /** The queues that the person works, with how many tickets are in each. */
    public List<Place> getQueues() {
        if (queues == null) {
            queues = new ArrayList<>();
            for (var one : sectors.of(user.get())) {
                queues.add(queue(one, queues.size() % COLOURS + 1));
            }
        }
        return queues;
    }

    /** The classes of the mark of a sector, in the colour that it has here; grey for others. */
    public String mark(String key) {
        var keys = sectors.of(user.get()).stream().map(Sector::key).toList();
        return keys.contains(key) ? "sq color-" + (keys.indexOf(key) % COLOURS + 1) : "sq";
    }

    private Place queue(Sector one, int colour) {
        var count = counts().sectors().getOrDefault(one.key(), 0);
        var sector = desk.getSector();
        var open = isAt("workspace") && sector != null && sector.key().equals(one.key());
        return place("sector=" + one.key(), "sq color-" + colour, one.name(), count, open);
    }
}
