package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.Deadline;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.TicketSummary;
import org.guiche.time.ClockKind;
import org.guiche.time.Wording;
import org.guiche.units.BusinessUnit;
import org.jspecify.annotations.Nullable;

/** Shows how deadlines stand: quietly while there is time, loudly when somebody must act (DESIGN section 2). */
@Named
@ApplicationScoped
public class Deadlines {

    private static final int WARNING = 75;
    private static final int CRITICAL = 90;
    private static final int WHOLE = 100;

    @Inject
    Clock clock;

    @Inject
    Moments moments;

    /** A deadline as {@code g:sla} draws it. */
    public record Look(String state, int percent, String text, String title) {}

    /** When that deadline of the ticket falls or fell; null where nothing was promised. */
    public @Nullable Look of(TicketDetails ticket, @Nullable Deadline deadline) {
        if (deadline == null) {
            return null;
        }
        var wording = new Wording(ticket.unit().calendar().zone());
        var title = wording.absoluteWithZone(deadline.due());
        if (deadline.metAt() != null) {
            var late = deadline.state() == Deadline.State.MISSED;
            return new Look(late ? "crit" : "met", WHOLE, text(late ? "late" : "met"), title);
        }
        if (deadline.state() == Deadline.State.PAUSED) {
            return new Look("pause", 0, text("paused"), text("paused.title"));
        }
        var now = clock.instant();
        if (deadline.state() == Deadline.State.MISSED) {
            return new Look("late", WHOLE, Texts.get("tickets.due.missed", wording.past(deadline.due(), now)), title);
        }
        var percent = percent(ticket.unit(), ticket.createdAt(), deadline.due(), now);
        return new Look(state(percent), percent, wording.shortDeadline(deadline.due(), now), title);
    }

    private static String state(int percent) {
        return percent >= CRITICAL ? "crit" : percent >= WARNING ? "warn" : "ok";
    }

    private static String text(String key) {
        return Texts.get("tickets.due." + key);
    }

    /** How much of the service time between opening and deadline has passed. */
    private static int percent(BusinessUnit unit, Instant opened, Instant due, Instant now) {
        var calendar = unit.calendar();
        var whole = calendar.elapsed(opened, due, ClockKind.OPEN_HOURS, List.of());
        var gone = calendar.elapsed(opened, now, ClockKind.OPEN_HOURS, List.of());
        return whole.isZero() ? 0 : (int) (gone.toMillis() * WHOLE / whole.toMillis());
    }

    /** The solution of a ticket in a list; null where nothing was promised. On Brasília's time: rows come from many units. */
    public @Nullable Look row(TicketSummary ticket) {
        var deadline = ticket.resolution();
        if (deadline == null) {
            return null;
        }
        var title = moments.absolute(deadline.due());
        var missed = deadline.state() == Deadline.State.MISSED;
        if (deadline.metAt() != null) {
            return new Look(missed ? "crit" : "met", WHOLE, text(missed ? "late" : "met"), title);
        }
        if (deadline.state() == Deadline.State.PAUSED) {
            return new Look("pause", 0, text("paused"), text("paused.title"));
        }
        return missed
                ? new Look("late", WHOLE, Texts.get("tickets.due.missed", moments.past(deadline.due())), title)
                : new Look("", 0, moments.due(deadline.due()), title);
    }

    /** The same where a ring has room, with the time that is left: {@code 6 min}, {@code 1 h 50}, {@code 1 d 4 h}. */
    public @Nullable Look ring(TicketSummary ticket) {
        var deadline = ticket.resolution();
        if (deadline == null || deadline.metAt() != null || deadline.state() == Deadline.State.PAUSED) {
            return row(ticket);
        }
        var now = clock.instant();
        var title = moments.absolute(deadline.due());
        var left = left(Duration.between(now, deadline.due()).abs());
        if (deadline.state() == Deadline.State.MISSED) {
            return new Look("late", WHOLE, Texts.get("tickets.due.ago", left), title);
        }
        var percent = percent(ticket.unit(), ticket.createdAt(), deadline.due(), now);
        return new Look(state(percent), percent, left, title);
    }

    private static String left(Duration left) {
        var key = left.toDays() > 0 ? "days" : left.toHours() > 0 ? "hours" : "minutes";
        return Texts.get("tickets.due.left." + key, left.toDays(), left.toHoursPart(), left.toMinutesPart());
    }
}
