package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.guiche.shared.Texts;
import org.guiche.tickets.ClockDetails;
import org.guiche.tickets.Deadline.State;
import org.guiche.tickets.EventWording.Reader;
import org.guiche.tickets.TicketClocks;
import org.guiche.tickets.TicketDetails;
import org.guiche.time.ClockKind;
import org.guiche.time.DayWording;
import org.guiche.time.Explanation;
import org.guiche.time.RulerWording;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Wording;
import org.guiche.units.ServiceMetric;

/** Explains the deadlines of a ticket: from the same facts as the API, in the words of whoever reads (REQUIREMENTS 7.3). */
@ApplicationScoped
class Explaining {

    private static final String KEY = "tickets.explain.";
    private static final List<ServiceMetric> ORDER = List.of(
            ServiceMetric.RESOLUTION,
            ServiceMetric.FIRST_RESPONSE,
            ServiceMetric.NEXT_RESPONSE,
            ServiceMetric.UPDATE,
            ServiceMetric.ESCALATION);

    @Inject
    Clock clock;

    @Inject
    Deadlines deadlines;

    @Inject
    Rulers rulers;

    /** What a duration of that kind counts, in a sentence: never “úteis” alone. */
    static String counts(ClockKind kind, ServiceCalendar calendar) {
        return Texts.get("tickets.clock." + kind.name().toLowerCase(Locale.ROOT), RulerWording.week(calendar.hours()));
    }

    /** The solution first; of what is measured again and again the last one. */
    List<ExplainedClock> all(TicketClocks measured, Reader reader) {
        var last = new EnumMap<ServiceMetric, ClockDetails>(ServiceMetric.class);
        measured.clocks().forEach(one -> last.put(one.metric(), one));
        return last.values().stream()
                .sorted(Comparator.comparing(one -> ORDER.indexOf(one.metric())))
                .map(one -> explained(one, measured.ticket(), reader))
                .toList();
    }

    private ExplainedClock explained(ClockDetails one, TicketDetails ticket, Reader reader) {
        var calendar = ticket.unit().calendar();
        var wording = new Wording(calendar.zone());
        var now = clock.instant();
        var explanation = explanation(one, calendar, now);
        var pauses = new PauseWording(wording, now, reader);
        var kind = one.target().clock();
        return new ExplainedClock(
                Texts.get(KEY + one.metric().name().toLowerCase(Locale.ROOT)),
                deadlines.of(one, ticket),
                wording.deadline(one.deadline().due(), now),
                story(one, ticket, pauses),
                one.target().label(),
                counts(kind, calendar),
                wording.moment(one.startedAt(), now),
                rulers.draw(explanation),
                kind == ClockKind.RUNNING ? List.of() : DayWording.lines(explanation, calendar.zone()),
                pauses.all(one));
    }

    /** While it stands still, what would follow if it went on now. */
    private static Explanation explanation(ClockDetails one, ServiceCalendar calendar, Instant now) {
        return one.standing() == null
                ? one.explanation()
                : calendar.explain(
                        one.startedAt(), one.target().amount(), one.target().clock(), one.paused(now));
    }

    private String story(ClockDetails one, TicketDetails ticket, PauseWording pauses) {
        var calendar = ticket.unit().calendar();
        var sentences = new ArrayList<>(List.of(state(one, calendar, pauses)));
        if (one.metric() == ServiceMetric.RESOLUTION && ticket.unit().settings().sac()) {
            sentences.add(Texts.get(KEY + "sac"));
        }
        return String.join(" ", sentences);
    }

    private String state(ClockDetails one, ServiceCalendar calendar, PauseWording pauses) {
        var now = clock.instant();
        var wording = new Wording(calendar.zone());
        var met = one.deadline().metAt();
        var kind = one.target().clock();
        if (met != null) {
            var used = DayWording.amount(one.used(met, calendar), kind);
            return said(one, "met", wording.moment(met, now), used);
        }
        var left = DayWording.amount(one.left(now, calendar), kind);
        var standing = one.standing();
        if (standing != null) {
            var ifNow = calendar.due(one.startedAt(), one.target().amount(), kind, one.paused(now));
            var since = wording.moment(standing.from(), now);
            return Texts.get(KEY + "paused", since, pauses.cause(standing), left, wording.deadline(ifNow, now));
        }
        return said(one, "open.running", left, "");
    }

    private static String said(ClockDetails one, String what, String first, String second) {
        var key = one.deadline().state() == State.MISSED ? what.replace(".running", "") + ".missed" : what;
        return Texts.get(KEY + key, first, second);
    }
}
