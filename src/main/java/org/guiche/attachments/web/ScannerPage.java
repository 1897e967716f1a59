package org.guiche.attachments.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.ScannerDesk;
import org.guiche.attachments.ScannerState;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** {@code Vírus}: whether files are looked at, which ones were blocked, and all of them once more. For administrators. */
@Named
@RequestScoped
public class ScannerPage {

    private static final String KEY = "attachments.scanner.";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
            .withLocale(Locale.forLanguageTag("pt-BR"))
            .withZone(ZoneId.of("America/Sao_Paulo"));

    @Inject
    CurrentUser user;

    @EJB
    ScannerDesk desk;

    private @Nullable ScannerState state;

    /** A blocked file. */
    public record Blocked(String name, String infection, String found, String kept) {}

    /** Refuses everybody but administrators before anything is drawn. */
    public void enter() {
        getState();
    }

    public ScannerState getState() {
        if (state == null) {
            state = desk.look(user.get());
        }
        return state;
    }

    /** {@code Responde desde 26/11/2026 15:04}. */
    public String getStanding() {
        var now = getState();
        if (!now.configured()) {
            return Texts.get(KEY + "off");
        }
        return now.since() == null
                ? Texts.get(KEY + "unknown")
                : Texts.get(KEY + (now.answers() ? "answers" : "away"), MOMENT.format(now.since()));
    }

    /** The class of that: what does not answer is worth a look. */
    public String getTone() {
        var now = getState();
        return !now.configured() ? "muted" : now.answers() ? "ink-ok" : "ink-danger";
    }

    /** What happens to files meanwhile. */
    public String getPolicy() {
        return Texts.get(KEY + (getState().letsThrough() ? "allow" : "hold"));
    }

    public List<Blocked> getBlocked() {
        return getState().latest().stream()
                .map(one -> new Blocked(
                        one.name(),
                        one.infection(),
                        MOMENT.format(one.foundAt()),
                        one.removedAt() == null
                                ? Texts.get(KEY + "kept")
                                : Texts.get(KEY + "removed", MOMENT.format(one.removedAt()))))
                .toList();
    }

    /** How far the last round came; empty where there was none. */
    public String getRound() {
        var last = getState().rescan();
        if (last == null) {
            return "";
        }
        Instant done = last.doneAt();
        return done == null
                ? Texts.get(KEY + "round", MOMENT.format(last.askedAt()), last.queued())
                : Texts.get(KEY + "round.done", MOMENT.format(last.askedAt()), last.queued());
    }

    /** Has all files looked at once more. */
    public void again() {
        state = desk.rescan(user.get());
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get(KEY + "again.begun")));
    }
}
