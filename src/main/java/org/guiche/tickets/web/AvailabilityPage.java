package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.guiche.tickets.Capacities;
import org.guiche.tickets.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code tickets/availability.xhtml}: until when one is away, and for supervisors how many open tickets each takes at most.
 * Moments are Brasília's, as on the whole desk.
 */
@Named
@RequestScoped
public class AvailabilityPage {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Capacities capacities;

    @Inject
    Moments moments;

    private @Nullable Capacity own;
    private @Nullable List<Capacity> team;

    /** For the staff only. */
    public void enter() {
        getOwn();
    }

    /** The person's own. */
    public Capacity getOwn() {
        if (own == null) {
            own = capacities.own(user.get());
        }
        return own;
    }

    /** How the person stands, in a sentence. */
    public String getStanding() {
        var until = getOwn().absentUntil();
        return until == null
                ? Texts.get("tickets.availability.here")
                : Texts.get("tickets.availability.away", when(until));
    }

    private String when(Instant until) {
        return moments.due(until);
    }

    /** Whether the person is away. */
    public boolean isAbsent() {
        return getOwn().absentUntil() != null;
    }

    /** Until when somebody of the team is away; empty for whoever is there. */
    public String away(Capacity one) {
        var until = one.absentUntil();
        return until == null ? "" : Texts.get("tickets.availability.until", when(until));
    }

    /** Everybody who works in a sector that the person supervises; none for whoever supervises none. */
    public List<Capacity> getTeam() {
        if (team == null) {
            team = capacities.hasTeam(user.get()) ? capacities.team(user.get()) : List.of();
        }
        return team;
    }

    /** Is away until the moment in the request. */
    public void leave() {
        capacities.setAbsence(moment(parameter("until")), user.get());
        done();
    }

    private static Instant moment(String text) {
        try {
            return LocalDateTime.parse(text).atZone(BRASILIA).toInstant();
        } catch (DateTimeParseException e) {
            throw RuleViolation.of("until", "tickets.capacity.until");
        }
    }

    /** Is there again. */
    public void comeBack() {
        capacities.setAbsence(null, user.get());
        done();
    }

    /** Gives everybody the limits in the request. */
    public void limit() {
        var limits = new LinkedHashMap<Long, @Nullable Integer>();
        for (var one : getTeam()) {
            var most = most(parameter("most-" + one.person().id()));
            if (!Objects.equals(most, one.mostOpen())) {
                limits.put(one.person().id(), most);
            }
        }
        capacities.setLimits(limits, user.get());
        done();
    }

    private static @Nullable Integer most(String text) {
        return text.isBlank()
                ? null
                : text.strip().matches("\\d{1,4}") ? Integer.valueOf(text.strip()) : Integer.valueOf(0);
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : FormText.clean(value);
    }

    private void done() {
        own = null;
        team = null;
        DeskTicket.tell(Texts.get("tickets.availability.saved"));
    }
}
