package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.tickets.MyTickets;
import org.guiche.tickets.MyTickets.Turn;
import org.guiche.tickets.TicketFilter;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Backs {@code index.xhtml}: what waits for the requester, what we are at, and when we answer. */
@Named
@RequestScoped
public class HomePage {

    private static final int ROWS = 5;

    @Inject
    CurrentUser user;

    @Inject
    MyTickets tickets;

    @Inject
    PortalBadge badge;

    @Inject
    Units units;

    @Inject
    Clock clock;

    @Inject
    Deadlines deadlines;

    @Inject
    Moments moments;

    private List<TicketRow> yours = List.of();
    private List<TicketRow> ours = List.of();

    /** The staff has a desk of its own. */
    public void enter() throws IOException {
        if (user.isStaff()) {
            var faces = FacesContext.getCurrentInstance();
            var external = faces.getExternalContext();
            external.redirect(external.getRequestContextPath() + "/tickets/workspace");
            faces.responseComplete();
            return;
        }
        var standing = badge.getStanding();
        yours = standing.of(Turn.YOURS) == 0 ? List.of() : list(Turn.YOURS);
        ours = standing.of(Turn.OURS) == 0 ? List.of() : list(Turn.OURS);
    }

    private List<TicketRow> list(Turn turn) {
        return tickets.list(TicketFilter.all().in(turn.categories()), ROWS, null, user.get()).items().stream()
                .map(ticket -> TicketRow.of(ticket, deadlines, moments))
                .toList();
    }

    public List<TicketRow> getYours() {
        return yours;
    }

    public List<TicketRow> getOurs() {
        return ours;
    }

    /** The hours of the unit that the person was last in touch with, else of the first one. */
    public @Nullable ServiceWeek getWeek() {
        var open = units.openableBy(user.get());
        var last = yours.isEmpty() ? ours : yours;
        var unit = open.stream()
                .filter(one -> !last.isEmpty()
                        && one.key().equals(last.get(0).ticket().unit().key()))
                .findFirst()
                .or(() -> open.stream().findFirst());
        return unit.map(BusinessUnit::calendar)
                .filter(calendar -> !calendar.hours().isNever())
                .map(calendar -> new ServiceWeek(calendar, clock.instant()))
                .orElse(null);
    }
}
