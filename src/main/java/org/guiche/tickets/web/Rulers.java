package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Ruler;
import org.guiche.time.Explanation;
import org.guiche.time.RulerWording;
import org.guiche.time.Span;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** Draws the explanation of a deadline as the ruler of the screens (DESIGN section 1). */
@Named
@ApplicationScoped
public class Rulers {

    private static final double WHOLE = 100;

    @Inject
    Clock clock;

    /** The ruler, with what has passed by now marked; null where there is nothing to explain. */
    public @Nullable Ruler of(@Nullable Explanation explanation) {
        return explanation == null ? null : draw(explanation);
    }

    /** The same where there is something. */
    Ruler draw(Explanation explanation) {
        var days = new ArrayList<Ruler.Day>();
        var last = explanation.days().size() - 1;
        for (var i = 0; i <= last; i++) {
            days.add(day(explanation.days().get(i), i == last ? explanation.due() : null));
        }
        return new Ruler(days, RulerWording.ruler(explanation)).folded();
    }

    /** The same in sentences. */
    public String sentence(@Nullable Explanation explanation) {
        return explanation == null ? "" : RulerWording.explain(explanation);
    }

    private Ruler.Day day(Explanation.Day day, @Nullable Instant due) {
        var parts = day.counted().stream()
                .flatMap(span -> parts(day, span).stream())
                .toList();
        return new Ruler.Day(
                Wording.weekday(day.date()),
                note(day),
                kind(day),
                parts,
                due == null ? null : day.position(due) * WHOLE);
    }

    private static String note(Explanation.Day day) {
        return switch (kind(day)) {
            case HOLIDAY -> Texts.get("tickets.ruler.holiday");
            case OFF -> "";
            case OPEN -> Wording.dayAndMonth(day.date());
        };
    }

    private static Ruler.Kind kind(Explanation.Day day) {
        return switch (day.kind()) {
            case OPEN -> Ruler.Kind.OPEN;
            case HOLIDAY -> Ruler.Kind.HOLIDAY;
            case WEEKEND, CLOSED -> day.isSkipped() ? Ruler.Kind.OFF : Ruler.Kind.OPEN;
        };
    }

    private List<Ruler.Part> parts(Explanation.Day day, Span span) {
        var from = day.position(span.from()) * WHOLE;
        var to = day.position(span.to()) * WHOLE;
        var now = Math.max(from, Math.min(to, day.position(clock.instant()) * WHOLE));
        var parts = new ArrayList<Ruler.Part>();
        if (now > from) {
            parts.add(new Ruler.Part(from, now, true));
        }
        if (to > now) {
            parts.add(new Ruler.Part(now, to, false));
        }
        return parts;
    }
}
