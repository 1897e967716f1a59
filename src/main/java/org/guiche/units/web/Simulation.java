package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.time.Explanation;
import org.guiche.time.RulerWording;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Wording;
import org.guiche.units.Priority;
import org.guiche.units.ServiceMetric;
import org.guiche.units.ServiceTrial;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** What the fields of the page would make of a ticket, before anybody keeps them: "aberto sexta 16h → vence …" (REQUIREMENTS 7.3). */
@Named
@RequestScoped
public class Simulation {

    private static final LocalTime EXAMPLE = LocalTime.of(17, 0);
    private static final LocalTime OPENED = LocalTime.of(16, 0);

    @Inject
    ServicePage page;

    @Inject
    Clock clock;

    private String choice = "";
    private String at = "";
    private @Nullable Outcome outcome;

    /**
     * What would be promised.
     *
     * @param problem why nothing can be said; empty where something can
     * @param due when it would be solved, else first answered
     * @param dues each target with its instant
     */
    public record Outcome(
            String problem,
            String due,
            List<Due> dues,
            @Nullable Explanation explanation,
            String sentence) {

        public Outcome {
            dues = List.copyOf(dues);
        }

        static Outcome none(String problem) {
            return new Outcome(problem, "", List.of(), null, "");
        }
    }

    /** One target: what it is, how long, and until when. */
    public record Due(String name, String amount, String due) {}

    /** {@code sex 17h → qua, 02/12, 17h}: what a duration comes to in the calendar as it stands in the fields. */
    public String example(TargetInput input) {
        var target = input.target();
        if (target.isEmpty() || page.calendar().isEmpty()) {
            return "";
        }
        var counting = page.calendar().orElseThrow();
        try {
            var due = due(target.get(), counting, friday(counting.zone(), EXAMPLE));
            return Texts.get("units.service.example", said(due, counting.zone()));
        } catch (RuleViolation e) {
            return Texts.get(e.key(), e.args());
        }
    }

    private static Instant due(Target target, ServiceCalendar counting, Instant from) {
        return counting.due(from, target.amount(), target.clock(), List.of());
    }

    private Instant friday(ZoneId zone, LocalTime time) {
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))
                .atTime(time)
                .atZone(zone)
                .toInstant();
    }

    private static String said(Instant due, ZoneId zone) {
        var day = due.atZone(zone).toLocalDate();
        return Wording.weekday(day) + ", " + Wording.dayAndMonth(day) + ", " + new Wording(zone).time(due);
    }

    /**
     * What the fields would make of the ticket that is asked about. Asked for before the page is drawn, which is before the fields
     * hold what was typed, there is nothing to say.
     */
    public Outcome getOutcome() {
        if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            return Outcome.none("");
        }
        if (outcome == null) {
            outcome = tried();
        }
        return outcome;
    }

    private Outcome tried() {
        try {
            return outcome(ServiceTrial.of(page.written()));
        } catch (RuleViolation e) {
            return Outcome.none(Texts.get(e.key(), e.args()));
        }
    }

    private Outcome outcome(ServiceTrial trial) {
        var targets = trial.targets(getChoice(), priority());
        var start = start(trial.calendar().zone());
        var dues = new ArrayList<Due>();
        targets.targets()
                .forEach((metric, target) -> dues.add(new Due(
                        Texts.get("units.service.metric." + metric.name().toLowerCase(Locale.ROOT)),
                        target.shortLabel(),
                        said(
                                due(target, trial.calendar(), start),
                                trial.calendar().zone()))));
        var target = targets.target(ServiceMetric.RESOLUTION).or(() -> targets.target(ServiceMetric.FIRST_RESPONSE));
        if (target.isEmpty()) {
            return Outcome.none(Texts.get("units.service.simulation.nothing"));
        }
        var shown = target.get();
        var explanation = trial.calendar().explain(start, shown.amount(), shown.clock(), List.of());
        return new Outcome(
                "",
                said(explanation.due(), trial.calendar().zone()),
                dues,
                explanation,
                RulerWording.explain(explanation));
    }

    private Priority priority() {
        for (var priority : Priority.values()) {
            if (priority.name().equals(getChoice())) {
                return priority;
            }
        }
        return Priority.MEDIUM;
    }

    private Instant start(ZoneId zone) {
        try {
            return LocalDateTime.parse(getAt()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new RuleViolation("units.service.simulation.instant");
        }
    }

    /** A classification, or a priority where the unit has none. */
    public String getChoice() {
        if (choice.isEmpty()) {
            var sheet = page.getSheet();
            choice = sheet.getClassifications().isEmpty()
                    ? Priority.MEDIUM.name()
                    : page.getUnit().classifications().get(0).key();
        }
        return choice;
    }

    public void setChoice(@Nullable String choice) {
        this.choice = choice == null ? "" : choice;
    }

    /** When it is opened, on the unit's clock; at first next Friday at 16h. */
    public String getAt() {
        if (at.isEmpty()) {
            var zone = page.getUnit().calendar().zone();
            at = friday(zone, OPENED).atZone(zone).toLocalDateTime().toString();
        }
        return at;
    }

    public void setAt(@Nullable String at) {
        this.at = at == null ? "" : at;
    }
}
