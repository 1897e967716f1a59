package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.ReplyDrafts;
import org.guiche.tickets.ReplyDrafts.ReplyDraft;
import org.guiche.tickets.TextFormat;
import org.jspecify.annotations.Nullable;

/** The answer or note being written to the open ticket. */
@Named
@RequestScoped
public class DeskReply extends WrittenReply {

    @Inject
    HttpServletRequest request;

    @Inject
    Desk desk;

    @Inject
    DeskTicket open;

    @Inject
    Replies replies;

    @Inject
    ReplyDrafts drafts;

    private @Nullable Boolean note;
    private String saved = "";

    /** What an answer usually leads to. */
    public Sending getUsual() {
        return Sending.usual(open.getTicket());
    }

    /** The other ways; none while no ticket is open: the page asks for them while it is built. */
    public List<Sending> getOthers() {
        return desk.getCode() == null ? List.of() : Sending.ways(open.getTicket());
    }

    /** Sends the answer in the way that the button said, whatever is usual by now. What is marked as a note never goes out. */
    public void send() {
        var said = request.getParameter("usual");
        send(said == null || said.isEmpty() ? null : said, null);
    }

    /** Sends the answer, unless the ticket changed since the page showed it; then the text stays and the page shows the change. */
    public void send(@Nullable String status, @Nullable String reason) {
        if (isNote()) {
            sendNote();
            return;
        }
        open.changed();
        replies.add(open.code(), reply(false, status, reason), user.get(), open.seen());
        written("tickets.desk.sent");
    }

    /** Keeps a note among the staff; that may never be too late. */
    public void sendNote() {
        open.changed();
        replies.add(open.code(), reply(true, null, null), user.get(), null);
        written("tickets.desk.noted");
    }

    private Reply reply(boolean internal, @Nullable String status, @Nullable String reason) {
        return new Reply(
                getBody(),
                TextFormat.HTML,
                internal,
                internal ? List.of() : getCc(),
                ids(),
                status,
                reason,
                Channel.PORTAL);
    }

    private void written(String key) {
        drafts.clear(open.code(), user.get());
        clear();
        saved = "";
        DeskTicket.tell(Texts.get(key));
    }

    /** Keeps what is being written. */
    public void keep() {
        drafts.save(open.code(), new ReplyDraft(getBody(), isNote()), user.get());
        saved = Texts.get("tickets.ticket.saved");
    }

    @Override
    String kept() {
        var draft = open.getView().story().draft();
        return draft == null ? "" : draft.html();
    }

    /** Whether a note is being written. */
    public boolean isNote() {
        if (note == null) {
            var draft = open.getView().story().draft();
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

    public String getSaved() {
        return saved;
    }
}
