package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.Days;
import org.guiche.privacy.Incident;
import org.guiche.privacy.Incidents;
import org.guiche.privacy.Incidents.NewIncident;
import org.guiche.privacy.Incidents.Step;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.jspecify.annotations.Nullable;

/** Backs {@code privacy/incidents.xhtml}: the register of incidents, and the one that is open (Res. CD/ANPD 15/2024). */
@Named
@RequestScoped
public class IncidentsPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @EJB
    Incidents incidents;

    private @Nullable List<Incident> all;
    private @Nullable Incident chosen;
    private String title = "";
    private String description = "";
    private boolean risky = true;

    /** Refuses everybody but the data officer. */
    public void enter() {
        getAll();
        getChosen();
    }

    public List<Incident> getAll() {
        if (all == null) {
            all = incidents.all(user.get());
        }
        return all;
    }

    /** The one that is open; null where none is. */
    public @Nullable Incident getChosen() {
        var typed = request.getParameter("incident");
        if (chosen == null && typed != null) {
            if (!typed.matches("\\d{1,18}")) {
                throw new NotFound("privacy.incident.not-found");
            }
            chosen = incidents.get(Long.parseLong(typed), user.get());
        }
        return chosen;
    }

    private long id() {
        var open = getChosen();
        if (open == null) {
            throw new NotFound("privacy.incident.not-found");
        }
        return open.id();
    }

    /** Writes one down, and opens it. */
    public String record() {
        var made = incidents.record(new NewIncident(title, description, known(), risky), user.get());
        return "/privacy/incidents?faces-redirect=true&incident=" + made.id();
    }

    private Instant known() {
        var typed = text("known");
        try {
            return typed.isBlank()
                    ? clock.instant()
                    : LocalDateTime.parse(typed).atZone(Days.BRASILIA).toInstant();
        } catch (DateTimeException e) {
            throw RuleViolation.of("known", "privacy.incident.future");
        }
    }

    private String text(String name) {
        var typed = request.getParameter(name);
        return typed == null ? "" : FormText.clean(typed);
    }

    /** Keeps what was done so far. */
    public void keep() {
        incidents.measures(id(), text("measures"), user.get());
        changed("privacy.incidents.saved");
    }

    /** Adds those whose data it was. */
    public void add() {
        incidents.add(id(), text("found"), user.get());
        changed("privacy.incidents.added");
    }

    /** That step is done. */
    public void done(String step) {
        incidents.done(id(), Step.valueOf(step), user.get());
        changed("privacy.incidents.saved");
    }

    private void changed(String key) {
        all = null;
        chosen = null;
        PrivacyWords.tell(key);
    }

    /** How it stands: {@code Comunicar até 26/11/2026 23:59}. */
    public String state(Incident one) {
        if (one.closedAt() != null) {
            return Texts.get("privacy.incident.closed");
        }
        return one.isOwed()
                ? Texts.get("privacy.incident.due", Days.moment(one.dueAt()))
                : Texts.get("privacy.incident.open");
    }

    /** The class of the chip that says so. */
    public String tone(Incident one) {
        if (one.closedAt() != null) {
            return "line";
        }
        return !one.isOwed() ? "brand" : one.dueAt().isBefore(clock.instant()) ? "danger" : "warn";
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title == null ? "" : title;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description == null ? "" : description;
    }

    public boolean isRisky() {
        return risky;
    }

    public void setRisky(boolean risky) {
        this.risky = risky;
    }
}
