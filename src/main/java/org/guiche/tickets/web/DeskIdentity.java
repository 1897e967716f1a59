package org.guiche.tickets.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Histories;
import org.guiche.tickets.Identification;
import org.guiche.tickets.Identities;
import org.guiche.tickets.IdentityProof;
import org.jspecify.annotations.Nullable;

/** Who asks for the open ticket: whether that is known, how the agent knows it, and what is sent to that person. */
@Named
@RequestScoped
public class DeskIdentity {

    @Inject
    CurrentUser user;

    @Inject
    DeskTicket open;

    @EJB
    Identities identities;

    @EJB
    Histories histories;

    private String proof = IdentityProof.CALL_BACK.name();

    /** Whether nobody knows yet. */
    public boolean isUnknown() {
        return !open.getTicket().identityVerified();
    }

    /** Whether the request must not be answered before. */
    public boolean isShut() {
        var ticket = open.getTicket();
        return isUnknown() && ticket.form().isSensitive(ticket.answers());
    }

    /** Whether the history of the ticket may be asked for (Decreto 11.034/2022). */
    public boolean isUnderSac() {
        return open.getTicket().unit().settings().sac();
    }

    /** How the agent may know it. */
    public List<SelectItem> getProofs() {
        return IdentityProof.stated().stream()
                .map(one -> new SelectItem(
                        one.name(), Texts.get("tickets.identity." + one.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    @Nullable
    String confirm() {
        var known = new Identification(IdentityProof.valueOf(proof), Channel.PORTAL);
        identities.confirm(open.code(), known, user.get(), open.seen());
        return told("tickets.ask.identity.done");
    }

    @Nullable
    String askForIt() {
        identities.ask(open.code(), Channel.PORTAL, user.get(), open.seen());
        return told("tickets.ask.panel.done");
    }

    @Nullable
    String sendHistory() {
        return told("tickets.ask.history.done", histories.send(open.code(), user.get(), Channel.PORTAL));
    }

    private @Nullable String told(String key, Object... args) {
        open.changed();
        DeskTicket.tell(Texts.get(key, args));
        return null;
    }

    public String getProof() {
        return proof;
    }

    public void setProof(@Nullable String proof) {
        this.proof = proof == null ? IdentityProof.CALL_BACK.name() : proof;
    }
}
