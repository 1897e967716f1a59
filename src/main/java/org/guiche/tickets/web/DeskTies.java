package org.guiche.tickets.web;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Continuations;
import org.guiche.tickets.Link;
import org.guiche.tickets.LinkRole;
import org.guiche.tickets.LinkedTicket;
import org.guiche.tickets.Links;
import org.guiche.tickets.Merges;
import org.guiche.tickets.Merging;
import org.guiche.tickets.Reply;
import org.guiche.tickets.Split;
import org.guiche.tickets.Splits;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/** What the agent does to the open ticket and others. Each gives the page to go to; null where the desk stays as it is. */
@Dependent
class DeskTies {

    @Inject
    CurrentUser user;

    @Inject
    Desk desk;

    @Inject
    DeskTicket open;

    @Inject
    Links links;

    @Inject
    Merges merges;

    @Inject
    Splits splits;

    @Inject
    Continuations continuations;

    private TicketCode here() {
        return open.getTicket().code();
    }

    LinkedTicket lookToMerge(TicketCode other) {
        return merges.look(here(), other, user.get());
    }

    LinkedTicket lookToLink(LinkRole role, TicketCode other) {
        return links.look(here(), new Link(role, other, Channel.PORTAL), user.get());
    }

    @Nullable
    String merge(TicketCode target) {
        var source = here();
        merges.merge(source, new Merging(target, Channel.PORTAL), user.get(), open.seen());
        return desk.address(target.digits()) + "&merged=" + source.digits();
    }

    @Nullable
    String undo(TicketCode source) {
        merges.undo(source, user.get(), Channel.PORTAL, null);
        return told("tickets.ask.undo.done", source);
    }

    @Nullable
    String link(LinkRole role, TicketCode other) {
        links.add(here(), new Link(role, other, Channel.PORTAL), user.get(), null);
        return told("tickets.ask.link.done", other);
    }

    @Nullable
    String unlink(LinkRole role, TicketCode other) {
        links.remove(here(), new Link(role, other, Channel.PORTAL), user.get(), null);
        return told("tickets.ask.unlink.done", other);
    }

    @Nullable
    String split(List<Long> messages, String subject) {
        var split = new Split(messages, subject, Channel.PORTAL);
        return told(
                "tickets.ask.split.done",
                splits.split(here(), split, user.get(), open.seen()).code());
    }

    @Nullable
    String followUp(String body) {
        var reply = new Reply(body, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
        var made = continuations.open(here(), reply, user.get(), null).code();
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        told("tickets.ask.follow.done", made);
        return desk.address(made.digits());
    }

    /** The desk looks again, and says that it is done. */
    private @Nullable String told(String key, TicketCode other) {
        open.changed();
        DeskTicket.tell(Texts.get(key, other));
        return null;
    }
}
