package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** Says instants as the screens do (DESIGN section 6), seen from now. Lists without a unit speak of Brasília's time. */
@Named
@ApplicationScoped
public class Moments {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @Inject
    Clock clock;

    /** {@code há 12 min}, {@code ontem}, {@code 14/11/2025}. */
    public String past(@Nullable Instant instant) {
        return instant == null ? "" : new Wording(BRASILIA).past(instant, clock.instant());
    }

    /** {@code 14h20}, {@code ontem, 14h40}, {@code ter, 18/11, 14h40}. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : new Wording(BRASILIA).moment(instant, clock.instant());
    }

    /** {@code quarta-feira, 19 de novembro de 2025, 14h20}. */
    public String absolute(@Nullable Instant instant) {
        return instant == null ? "" : new Wording(BRASILIA).absolute(instant);
    }

    /** {@code hoje, 16h20}, {@code seg, 24/11, às 13h20}, in the zone of that calendar. */
    public String deadline(@Nullable Instant due, ServiceCalendar calendar) {
        return due == null ? "" : new Wording(calendar.zone()).deadline(due, clock.instant());
    }

    /** The same where there is little room: {@code seg, 24/11, 13h20}. */
    public String shortDeadline(@Nullable Instant due, ServiceCalendar calendar) {
        return due == null ? "" : new Wording(calendar.zone()).shortDeadline(due, clock.instant());
    }

    /** The same in a list of tickets of several units: on Brasília's time. */
    public String due(@Nullable Instant due) {
        return due == null ? "" : new Wording(BRASILIA).shortDeadline(due, clock.instant());
    }

    /** {@code horário de Brasília}. */
    public String zone(ServiceCalendar calendar) {
        return new Wording(calendar.zone()).zoneName();
    }
}
