package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Texts;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Reply;
import org.guiche.tickets.ReplyDrafts;
import org.guiche.tickets.ReplyDrafts.ReplyDraft;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.Tickets;
import org.guiche.tickets.Work;
import org.guiche.units.Sectors;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/** The ticket that is open on the agent's desk, and the answer or note being written. */
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
    Work work;

    @Inject
    ReplyDrafts drafts;

    @Inject
    Attachments attachments;

    @Inject
    Sectors sectors;

    @Inject
    TicketViews views;

    private @Nullable TicketView view;
    private @Nullable String body;
    private @Nullable Boolean note;
    private String files = "";
    private List<String> cc = new ArrayList<>();
    private String saved = "";

    /** A way to send an answer: with what the ticket then becomes. */
    public record Sending(
            String label, @Nullable String status, @Nullable String reason) {}

    /** The ticket as of now. */
    public TicketView getView() {
        if (view == null) {
            view = views.of(tickets.story(code(), me()), me());
        }
        return view;
    }

    private TicketCode code() {
        return TicketCode.of(String.valueOf(desk.getCode()));
    }

    private Person me() {
        return user.get();
    }

    public TicketDetails getTicket() {
        return getView().ticket();
    }

    /** Whether the person works on tickets of this sector, on this one, or supervises. */
    public boolean isWorkable() {
        var assignee = getTicket().assignee();
        return me().isSupervisor()
                || sectors.isMember(me(), getTicket().sector().id())
                || (assignee != null && assignee.id() == me().id());
    }

    /** The version that the page showed. */
    Integer seen() {
        var seen = String.valueOf(request.getParameter("version"));
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }

    /** What an answer usually leads to: waiting for the requester, where the unit offers that. */
    public Sending getUsual() {
        var ticket = getTicket();
        return ticket.nextStatuses().stream()
                .filter(Status::offeredAfterReply)
                .findFirst()
                .map(status -> new Sending(Texts.get("tickets.desk.send.as", status.name()), status.key(), null))
                .orElse(new Sending(Texts.get("tickets.desk.send"), null, null));
    }

    /** The other ways: as it is, or to any status that may follow, waiting with each of its reasons. */
    public List<Sending> getOthers() {
        var others = new ArrayList<Sending>();
        if (desk.getCode() == null) {
            return others; // asked for while the page is built, with or without a ticket
        }
        others.add(new Sending(Texts.get("tickets.desk.send.only"), null, null));
        for (var status : getTicket().nextStatuses()) {
            var label = Texts.get("tickets.desk.send.as", status.name());
            if (status.reasons().isEmpty()) {
                others.add(new Sending(label, status.key(), null));
            }
            status.reasons()
                    .forEach(reason ->
                            others.add(new Sending(label + ": " + reason.name(), status.key(), reason.key())));
        }
        return others;
    }

    /** Sends the answer in the usual way. */
    public void send() {
        var usual = getUsual();
        send(usual.status(), usual.reason());
    }

    /** Sends the answer, unless the ticket changed since the page showed it; then the text stays and the page shows the change. */
    public void send(@Nullable String status, @Nullable String reason) {
        view = null;
        work.reply(code(), reply(false, status, reason), me(), seen());
        written("tickets.desk.sent");
    }

    /** Keeps a note among the staff; that may never be too late. */
    public void sendNote() {
        view = null;
        work.reply(code(), reply(true, null, null), me(), null);
        written("tickets.desk.noted");
    }

    private Reply reply(boolean internal, @Nullable String status, @Nullable String reason) {
        return new Reply(
                getBody(), TextFormat.HTML, internal, internal ? List.of() : cc, ids(), status, reason, Channel.PORTAL);
    }

    private void written(String key) {
        drafts.clear(code(), me());
        body = "";
        files = "";
        cc = new ArrayList<>();
        saved = "";
        tell(Texts.get(key));
    }

    static void tell(String words) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(words));
    }

    private List<UUID> ids() {
        return Arrays.stream(files.split(",", -1))
                .filter(id -> WizardDraft.ID.matcher(id).matches())
                .map(UUID::fromString)
                .distinct()
                .toList();
    }

    /** Keeps what is being written. */
    public void keep() {
        drafts.save(code(), new ReplyDraft(getBody(), isNote()), me());
        saved = Texts.get("tickets.ticket.saved");
    }

    /** Takes the next ticket of the open queue, and opens it. */
    public void takeNext() throws IOException {
        var sector = desk.getSector();
        var taken =
                sector == null ? Optional.<TicketDetails>empty() : work.takeNext(sector.key(), me(), Channel.PORTAL);
        if (taken.isEmpty()) {
            tell(Texts.get("tickets.desk.nobody", sector == null ? "" : sector.name()));
            return;
        }
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext()
                .redirect(request.getContextPath()
                        + desk.address(taken.get().code().digits()));
        faces.responseComplete();
    }

    /** Looks again after a change of the properties. */
    void changed() {
        view = null;
    }

    /** What is being written: what is sent along, else what was kept. */
    public String getBody() {
        if (body == null) {
            var draft = getView().story().draft();
            body = draft == null ? "" : draft.html();
        }
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body == null ? "" : body;
    }

    /** Whether a note is being written. */
    public boolean isNote() {
        if (note == null) {
            var draft = getView().story().draft();
            note = draft != null && draft.internal();
        }
        return note;
    }

    public void setNote(boolean note) {
        this.note = note;
    }

    /** Answer or note. */
    public List<SelectItem> getKinds() {
        return List.of(
                new SelectItem(false, Texts.get("tickets.desk.reply")),
                new SelectItem(true, Texts.get("tickets.desk.note")));
    }

    public String getFiles() {
        return files;
    }

    public void setFiles(@Nullable String files) {
        this.files = files == null ? "" : files;
    }

    /** The files that were sent ahead of the answer. */
    public List<StoredFile> getSent() {
        return ids().isEmpty() ? List.of() : attachments.unused(ids(), me());
    }

    public List<String> getCc() {
        return cc;
    }

    public void setCc(@Nullable List<String> cc) {
        this.cc = cc == null ? new ArrayList<>() : cc;
    }

    public String getSaved() {
        return saved;
    }
}
