package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.guiche.shared.Texts;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Comments;
import org.guiche.tickets.Histories;
import org.guiche.tickets.Reply;
import org.guiche.tickets.ReplyDrafts;
import org.guiche.tickets.ReplyDrafts.ReplyDraft;
import org.guiche.tickets.Solutions;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.jspecify.annotations.Nullable;

/** Backs {@code tickets/ticket.xhtml}: a ticket for whoever asked for it, and the answer being written. */
@Named
@RequestScoped
public class TicketPage extends WrittenReply {

    @Inject
    HttpServletRequest request;

    @Inject
    Tickets tickets;

    @Inject
    Comments comments;

    @Inject
    Solutions solutions;

    @Inject
    Histories histories;

    @Inject
    ReplyDrafts drafts;

    @Inject
    TicketViews views;

    private @Nullable TicketView view;
    private String saved = "";

    /** Shows the ticket to its requester, a merged one where it is told by now; the staff works at its own desk. */
    public void enter() throws IOException {
        var ticket = getView().ticket();
        var asked = code();
        var merged = ticket.code().equals(asked) ? "" : "&merged=" + asked.digits();
        if (user.isStaff() && ticket.requester().id() != user.get().id()) {
            goTo("/tickets/workspace?code=" + ticket.code().digits() + merged);
        } else if (!merged.isEmpty() && request.getHeader("X-Requested-With") == null) {
            goTo(ticket.code().path() + merged); // a page that looks again for what is new takes it as it is
        }
    }

    private void goTo(String page) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(request.getContextPath() + page);
        faces.responseComplete();
    }

    /** The code of the ticket that was merged into this one and led here; null where none did. */
    public @Nullable String getMerged() {
        var asked = code();
        return getView()
                .merged(getView().ticket().code().equals(asked) ? request.getParameter("merged") : asked.digits());
    }

    TicketCode code() {
        return TicketCode.of(String.valueOf(request.getParameter("code")));
    }

    /** Sends the answer, and goes where it opened a ticket of its own; unless more has happened than the page showed; then everything stays, and the page shows it. */
    public @Nullable String send() {
        view = null;
        var reply = new Reply(getBody(), TextFormat.HTML, false, getCc(), ids(), null, null, Channel.PORTAL);
        var said = comments.addHavingSeen(code(), seen(), reply, user.get());
        drafts.clear(code(), user.get());
        clear();
        if (!said.message().ticket().equals(code())) {
            FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
            tell("tickets.ticket.continued");
            return "/tickets/ticket?faces-redirect=true&code="
                    + said.message().ticket().digits();
        }
        tell("tickets.ticket.sent");
        return null;
    }

    private int seen() {
        var seen = String.valueOf(request.getParameter("seen"));
        return seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0;
    }

    private static void tell(String key) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get(key)));
    }

    /** Keeps what is being written on the server: another browser finds it. */
    public void keep() {
        drafts.save(code(), new ReplyDraft(getBody(), false), user.get());
        saved = Texts.get("tickets.ticket.saved");
    }

    /** The requester says that it is solved. */
    public void solve() {
        view = null;
        solutions.confirmHavingSeen(code(), seen(), user.get(), Channel.PORTAL);
        tell("tickets.ticket.solved");
    }

    /** Sends its whole public history to whoever asks (Decreto 11.034/2022). */
    public void sendHistory() {
        view = null;
        var recipient = histories.send(code(), user.get(), Channel.PORTAL);
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(Texts.get("tickets.history.sent", recipient)));
    }

    /** Forgets what was seen of it before something is done. */
    void look() {
        view = null;
    }

    /** The ticket as of now. */
    public TicketView getView() {
        if (view == null) {
            view = views.of(tickets.story(code(), user.get()), user.get());
        }
        return view;
    }

    /** Whether there is something to write in: also while there is text that the present status does not take any more. */
    public boolean isWriting() {
        return getView().canReply() || hasWords();
    }

    @Override
    String kept() {
        var draft = getView().story().draft();
        return draft == null || draft.internal() ? "" : draft.html();
    }

    /** How the draft stands. */
    public String getSaved() {
        return saved.isEmpty()
                ? Texts.get(getBody().isBlank() ? "tickets.draft.empty" : "tickets.ticket.saved")
                : saved;
    }
}
