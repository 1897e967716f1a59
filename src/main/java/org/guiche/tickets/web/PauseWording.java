package org.guiche.tickets.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guiche.shared.Texts;
import org.guiche.tickets.ClockDetails;
import org.guiche.tickets.ClockDetails.Pause;
import org.guiche.tickets.EventWording.Reader;
import org.guiche.time.Wording;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** Says when a deadline stood still and why: to the staff by status and reason, to others in their own words. */
final class PauseWording {

    private static final String KEY = "tickets.pause.";

    private final Wording wording;
    private final Instant now;
    private final Reader reader;

    PauseWording(Wording wording, Instant now, Reader reader) {
        this.wording = wording;
        this.now = now;
        this.reader = reader;
    }

    /** A time for one cause, whatever the staff called it meanwhile. */
    private record Stretch(Instant from, @Nullable Instant to, String cause) {}

    /** Each pause until the deadline was met, oldest first. */
    List<String> all(ClockDetails measured) {
        var end = measured.deadline().metAt();
        var stretches = new ArrayList<Stretch>();
        for (var pause : measured.pauses()) {
            if (end == null || pause.from().isBefore(end)) {
                add(stretches, new Stretch(pause.from(), pause.to(), cause(pause)));
            }
        }
        return stretches.stream().map(this::said).toList();
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        var last = stretches.size() - 1;
        var before = last < 0 ? null : stretches.get(last);
        if (before != null && before.cause().equals(next.cause()) && Objects.equals(before.to(), next.from())) {
            stretches.set(last, new Stretch(before.from(), next.to(), next.cause()));
        } else {
            stretches.add(next);
        }
    }

    private String said(Stretch one) {
        var from = wording.moment(one.from(), now);
        return one.to() == null
                ? Texts.get(KEY + "since", from, one.cause())
                : Texts.get(KEY + "between", from, wording.moment(one.to(), now), one.cause());
    }

    /** {@code esperamos a sua resposta}; {@code Em espera, aguardando outro setor}. */
    String cause(Pause pause) {
        var status = pause.status();
        var reason = pause.reason();
        if (reader.staff()) {
            return reason == null ? status.name() : Texts.get(KEY + "staff", status.name(), reason.name());
        }
        if (status.category() == StatusCategory.ON_HOLD && !status.isVeiled()) {
            return reason == null ? Texts.get(KEY + "hold") : reason.name();
        }
        return switch (status.category()) {
            case PENDING -> Texts.get(KEY + (reader.own() ? "yours" : "theirs"));
            case RESOLVED, CLOSED -> Texts.get(KEY + "done");
            default -> Texts.get(KEY + "ours");
        };
    }
}
