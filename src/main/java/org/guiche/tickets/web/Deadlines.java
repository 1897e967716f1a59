package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.ClockDetails;
import org.guiche.tickets.Deadline;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.TicketSummary;
import org.guiche.time.ClockKind;
import org.guiche.time.DayWording;
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

    /** How whatever is measured of the ticket stands, with how much time is left while it stands still. */
    Look of(ClockDetails measured, TicketDetails ticket) {
        var deadline = measured.deadline();
        var calendar = ticket.unit().calendar();
        var wording = new Wording(calendar.zone());
        var title = wording.absoluteWithZone(deadline.due());
        if (deadline.metAt() != null) {
            return met(deadline, title);
        }
        var now = clock.instant();
        return switch (deadline.state()) {
            case PAUSED -> {
                var left = DayWording.amount(
                        measured.left(now, calendar), measured.target().clock());
                yield new Look("pause", 0, Texts.get("tickets.due.paused.left", left), text("paused.title"));
            }
            case MISSED -> missed(wording.past(deadline.due(), now), title);
            default -> {
                var whole = measured.target().amount().duration().toMillis();
                var left = measured.left(now, calendar).toMillis();
                var percent = (int) Math.max(0, (whole - left) * WHOLE / whole);
                yield new Look(loudness(percent), percent, wording.shortDeadline(deadline.due(), now), title);
            }
        };
    }

    private static String loudness(int percent) {
        return percent >= CRITICAL ? "crit" : percent >= WARNING ? "warn" : "ok";
    }

    private static Look met(Deadline deadline, String title) {
        var late = deadline.state() == Deadline.State.MISSED;
        return new Look(late ? "crit" : "met", WHOLE, text(late ? "late" : "met"), title);
    }

    private static Look missed(String when, String title) {
        return new Look("late", WHOLE, Texts.get("tickets.due.missed", when), title);
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
        if (deadline.metAt() != null) {
            return met(deadline, title);
        }
        return switch (deadline.state()) {
            case PAUSED -> new Look("pause", 0, text("paused"), text("paused.title"));
            case MISSED -> missed(moments.past(deadline.due()), title);
            default -> new Look("", 0, moments.due(deadline.due()), title);
        };
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
        return new Look(loudness(percent), percent, left, title);
    }

    private static String left(Duration left) {
        var key = left.toDays() > 0 ? "days" : left.toHours() > 0 ? "hours" : "minutes";
        return Texts.get("tickets.due.left." + key, left.toDays(), left.toHoursPart(), left.toMinutesPart());
    }
}
