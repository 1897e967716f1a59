package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.guiche.tickets.LinkRole;
import org.guiche.tickets.LinkedTicket;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for about the open ticket and others: to merge, link, split it, and to take that back. The dialog is built only for
 * what is asked for; another ticket is shown before anything is done with it.
 */
@Named
@RequestScoped
public class DeskAsking {

    private static final Set<String> ASKED =
            Set.of("merge", "undo", "link", "unlink", "split", "follow", "identity", "panel", "history");

    @Inject
    HttpServletRequest request;

    @Inject
    DeskTicket open;

    @Inject
    DeskTies ties;

    @Inject
    DeskSplit splitting;

    @Inject
    DeskIdentity identity;

    private String ask = "";
    private boolean done;
    private String code = "";
    private String role = LinkRole.RELATED.name();
    private String body = "";
    private @Nullable LinkedTicket found;

    @PostConstruct
    void begin() {
        var asked = parameter("ask");
        ask = ASKED.contains(asked) ? asked : "";
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : FormText.clean(value);
    }

    /** What is asked for, in a word; empty for nothing. */
    public String getAsk() {
        return ask;
    }

    /** Whether it still is: not once it is done. */
    public boolean isOpen() {
        return !ask.isEmpty() && !done;
    }

    /** Shows the dialog. */
    public void show() {
        // what is asked for stands in the request
    }

    /** Does what is asked for; with another ticket only once that was shown. */
    public void act() throws IOException {
        if (isAboutAnother() && !code.equals(parameter("shown"))) {
            look();
            return;
        }
        open.changed();
        var page = go();
        done = true;
        if (page != null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().redirect(request.getContextPath() + page);
            faces.responseComplete();
        }
    }

    private @Nullable String go() {
        return switch (ask) {
            case "merge" -> ties.merge(typed());
            case "undo" -> ties.undo(TicketCode.of(getOther()));
            case "link" -> ties.link(LinkRole.valueOf(role), typed());
            case "unlink" -> ties.unlink(LinkRole.valueOf(getRoleOfOther()), TicketCode.of(getOther()));
            case "split" -> ties.split(splitting.chosen(), splitting.getSubject());
            case "identity" -> identity.confirm();
            case "panel" -> identity.askForIt();
            case "history" -> identity.sendHistory();
            default -> ties.followUp(body);
        };
    }

    /** Looks the other ticket up, and shows it. */
    private void look() {
        found = ask.equals("merge") ? ties.lookToMerge(typed()) : ties.lookToLink(LinkRole.valueOf(role), typed());
    }

    private TicketCode typed() {
        return TicketCode.read(code)
                .orElseThrow(
                        () -> RuleViolation.of(ask.equals("merge") ? "into" : "ticket", "tickets.other.unknown", code));
    }

    /** Whether it is about a ticket whose code has to be typed. */
    public boolean isAboutAnother() {
        return ask.equals("merge") || ask.equals("link");
    }

    /** The other ticket, once it is looked up. */
    public @Nullable LinkedTicket getFound() {
        return found;
    }

    public String getTitle() {
        return Texts.get("tickets.ask." + ask);
    }

    /** What will happen, in words. */
    public String getWords() {
        var here = open.getTicket().code();
        if (isAboutAnother()) {
            return found == null
                    ? Texts.get("tickets.ask." + ask + ".first")
                    : Texts.get("tickets.ask." + ask + ".words", here, found.code());
        }
        return Texts.get("tickets.ask." + ask + ".words", here, "#" + getOther());
    }

    /** What the button says. */
    public String getDoes() {
        return Texts.get(isAboutAnother() && found == null ? "tickets.ask.look" : "tickets.ask." + ask + ".do");
    }

    /** What another ticket may be to the open one. */
    public List<SelectItem> getRoles() {
        return Arrays.stream(LinkRole.values())
                .filter(LinkRole::isMade)
                .map(one -> new SelectItem(one.name(), Texts.get("tickets.link." + one.word())))
                .toList();
    }

    /** The code of the ticket that the link or merge is with, where it is taken back. */
    public String getOther() {
        return parameter("other").replaceAll("\\D", "");
    }

    /** What that one is to the open one. */
    public String getRoleOfOther() {
        return Arrays.stream(LinkRole.values())
                .map(LinkRole::name)
                .filter(parameter("role")::equals)
                .findFirst()
                .orElse(LinkRole.RELATED.name());
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code.strip();
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role == null ? LinkRole.RELATED.name() : role;
    }

    public String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body == null ? "" : body;
    }
}
