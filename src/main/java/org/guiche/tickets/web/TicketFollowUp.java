package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Continuations;
import org.guiche.tickets.Drafts;
import org.guiche.tickets.ReplyDrafts;
import org.jspecify.annotations.Nullable;

/** The way on from a ticket that takes no more messages: the wizard, with what is known already (C1). */
@Named
@RequestScoped
public class TicketFollowUp {

    @Inject
    CurrentUser user;

    @Inject
    TicketPage page;

    @Inject
    Continuations continuations;

    @Inject
    Drafts drafts;

    @Inject
    ReplyDrafts replies;

    /** Begins the wizard with what the ticket has, and with what was written and sent ahead here. */
    public String begin() {
        continuations.draft(page.code(), page.getBody(), page.ids(), user.get());
        replies.clear(page.code(), user.get());
        return "/tickets/open?faces-redirect=true";
    }

    /** What to ask before that: the draft of another ticket gives way; null where there is none. */
    public @Nullable String getSure() {
        return drafts.current(user.get()).savedAt() == null ? null : Texts.get("tickets.ticket.followUp.sure");
    }
}
