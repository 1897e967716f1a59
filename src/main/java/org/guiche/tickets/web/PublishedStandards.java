package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guiche.shared.Texts;
import org.guiche.tickets.MeasuredTimes;
import org.guiche.tickets.Standards;
import org.guiche.tickets.web.StandardUnit.Term;
import org.guiche.time.RulerWording;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Wording;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * What all units promise, as of the units' present revision (S0-07): made once, and again when something of it changed, at most once
 * an hour for what was measured.
 */
@ApplicationScoped
class PublishedStandards {

    private static final String KEY = "tickets.standards.";
    private static final int MONTHS = 4;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @EJB
    Standards standards;

    private volatile @Nullable Made made;
    private String beginning = "";

    /** The page's units, and a word that changes when they do. */
    record Made(String tag, List<StandardUnit> units) {}

    @PostConstruct
    void begin() {
        beginning = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    Made current() {
        var tag = beginning + "-" + units.revision() + "-"
                + clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        var last = made;
        if (last == null || !last.tag().equals(tag)) {
            last = new Made(tag, units.all().stream().map(this::unit).toList());
            made = last;
        }
        return last;
    }

    private StandardUnit unit(BusinessUnit unit) {
        var now = clock.instant();
        var targets = new StandardTargets(unit, now);
        var rows = targets.rows();
        return new StandardUnit(
                unit.key(),
                unit.pathLabel(),
                Texts.get(KEY + "order." + unit.prioritySource().name().toLowerCase(Locale.ROOT)),
                rows,
                rows.isEmpty() ? "" : targets.exampleWords(),
                notes(unit, targets, rows.isEmpty()),
                targets.clocks(),
                hours(unit.calendar()),
                holidays(unit.calendar(), unit.today(now)),
                new StandardStatuses(unit, !rows.isEmpty()).all());
    }

    private List<String> notes(BusinessUnit unit, StandardTargets targets, boolean none) {
        var notes = new ArrayList<String>();
        if (unit.settings().sac()) {
            notes.add(Texts.get(KEY + "sac"));
        }
        notes.addAll(targets.others());
        if (unit.serviceLevels().stream().anyMatch(level -> level.service() != null)) {
            notes.add(Texts.get(KEY + "contracts"));
        }
        if (none) {
            notes.add(Texts.get(KEY + "none"));
            var usual = unit.settings().expectation();
            if (usual != null) {
                notes.add(Texts.get(KEY + "usual", usual));
            }
            standards.measured(unit).map(PublishedStandards::said).ifPresent(notes::add);
        }
        return notes;
    }

    private static String said(MeasuredTimes times) {
        return Texts.get(
                KEY + "measured", times.median().label(), times.ninetieth().label(), times.solved());
    }

    private static String hours(ServiceCalendar calendar) {
        return Texts.get(KEY + "hours", RulerWording.week(calendar.hours()), new Wording(calendar.zone()).zoneName());
    }

    /** Those that take service away. */
    private static List<Term> holidays(ServiceCalendar calendar, LocalDate today) {
        return today.datesUntil(today.plusMonths(MONTHS))
                .filter(day -> !calendar.bandsOn(day).equals(calendar.usual(day.getDayOfWeek())))
                .map(day -> new Term(
                        Wording.weekday(day) + ", " + Wording.dayAndMonth(day),
                        calendar.holidayOn(day).orElseGet(() -> Texts.get("tickets.ruler.holiday"))))
                .toList();
    }
}
