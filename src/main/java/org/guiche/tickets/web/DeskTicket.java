package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Channel;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.Tickets;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** The ticket that is open on the agent's desk. */
@Named
@RequestScoped
public class DeskTicket {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Desk desk;

    @Inject
    Tickets tickets;

    @Inject
    Assignments assignments;

    @Inject
    Sectors sectors;

    @Inject
    TicketViews views;

    private @Nullable TicketView view;
    private @Nullable Integer after;

    /** For the staff only; refuses a ticket that there is not, and goes where a merged one is told. */
    public void enter() throws IOException {
        desk.enter();
        var code = desk.getCode();
        if (code != null && !getTicket().code().digits().equals(code)) {
            goTo(desk.address(getTicket().code().digits()) + "&merged=" + code);
        }
    }

    private void goTo(String page) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(request.getContextPath() + page);
        faces.responseComplete();
    }

    /** The code of the ticket that was merged into this one and led here; null where none did. */
    public @Nullable String getMerged() {
        var asked = desk.getCode();
        return getView().merged(getTicket().code().digits().equals(asked) ? desk.parameter("merged") : asked);
    }

    /** The ticket as of now. */
    public TicketView getView() {
        if (view == null) {
            view = views.of(tickets.story(code(), me()), me());
        }
        return view;
    }

    /** Its code. */
    public TicketCode code() {
        return TicketCode.of(String.valueOf(desk.getCode()));
    }

    private Person me() {
        return user.get();
    }

    public TicketDetails getTicket() {
        return getView().ticket();
    }

    /** Whether the person works on tickets of this sector, as a member or as its supervisor, or on this one. */
    public boolean isWorkable() {
        var assignee = getTicket().assignee();
        return !me().isReadOnly()
                && (sectors.isMember(me(), getTicket().sector().id())
                        || (assignee != null && assignee.id() == me().id()));
    }

    /** The version that the page showed. */
    public int seen() {
        var seen = String.valueOf(request.getParameter("version"));
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }

    /** Takes the next ticket of the open queue, and opens it. */
    public void takeNext() throws IOException {
        var sector = desk.getSector();
        var taken = sector == null
                ? Optional.<TicketDetails>empty()
                : assignments.takeNext(sector.key(), me(), Channel.PORTAL);
        if (taken.isEmpty()) {
            tell(Texts.get("tickets.desk.nobody", sector == null ? "" : sector.name()));
            return;
        }
        goTo(desk.address(taken.get().code().digits()));
    }

    /** Looks again after a change by the person. */
    public void changed() {
        view = null;
        after = seen();
    }

    /** The version that the person changed just now; null where nothing was changed. */
    public @Nullable Integer getAfter() {
        return after;
    }

    /** Says in passing that it was done. */
    static void tell(String words) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(words));
    }
}
