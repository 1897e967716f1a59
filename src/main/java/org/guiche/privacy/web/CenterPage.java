package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.DataRequest;
import org.guiche.privacy.DataRequests;
import org.guiche.privacy.Hold;
import org.guiche.privacy.Holds;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.web.FormText;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/** Backs {@code privacy/center.xhtml}: what people asked about their data, by when it is due, and what is held. */
@Named
@RequestScoped
public class CenterPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    DataRequests requests;

    @EJB
    Holds holds;

    private String who = "";
    private @Nullable List<DataRequest> all;

    /** Refuses everybody but those who decide before anything is drawn. */
    public void enter() {
        getRequests();
    }

    /** Whether it is what is finished that is looked at. */
    public boolean isFinished() {
        return "done".equals(request.getParameter("show"));
    }

    public List<DataRequest> getRequests() {
        if (all == null) {
            all = requests.all(isFinished(), user.get());
        }
        return all;
    }

    /** What is held now. */
    public List<Hold> getHolds() {
        return holds.all(user.get());
    }

    /** Keeps a ticket, and the data of whoever asked. */
    public void hold() {
        holds.ofTicket(
                TicketCode.read(text("ticket"))
                        .orElseThrow(() -> RuleViolation.of("ticket", "privacy.hold.ticket.unknown")),
                text("reason"),
                HoldEnd.read(text("until")),
                user.get());
        PrivacyWords.tell("privacy.hold.placed");
    }

    private String text(String name) {
        var typed = request.getParameter(name);
        return typed == null ? "" : FormText.clean(typed);
    }

    /** It is held no more. */
    public void lift(long id) {
        holds.lift(id, user.get());
        PrivacyWords.tell("privacy.hold.lifted");
    }

    /** Opens the page of whoever has that address or CPF. */
    public String look() {
        return "/privacy/person?faces-redirect=true&person=" + requests.find(who, user.get());
    }

    public String getWho() {
        return who;
    }

    public void setWho(@Nullable String who) {
        this.who = who == null ? "" : who;
    }
}
