package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guiche.reporting.Grain;
import org.guiche.reporting.Sum;
import org.guiche.shared.Texts;
import org.guiche.tickets.Figure;
import org.guiche.time.Wording;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** {@code Criados e resolvidos}: columns for what came, a line for what was solved. */
@Named
@RequestScoped
public class FlowChart {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM yy", Locale.forLanguageTag("pt-BR"));

    @Inject
    Reporting reporting;

    @Inject
    Drill drill;

    @Inject
    Units units;

    private @Nullable List<Step> steps;

    /** A day, a week or a month. */
    public record Step(
            String label, long created, long solved, String createdHref, String solvedHref, boolean unfinished) {}

    /** The steps of the time; of single days those without service are left out where nothing happened. */
    public List<Step> getSteps() {
        if (steps == null) {
            steps = new ArrayList<>();
            var all = reporting.dashboard();
            var solved = all.flow().series(Figure.SOLVED, all.cut().period());
            all.flow()
                    .series(Figure.CREATED, all.cut().period())
                    .forEach((start, created) -> add(start, created, solved.getOrDefault(start, Sum.NONE)));
        }
        return steps;
    }

    private void add(LocalDate start, Sum created, Sum solved) {
        var grain = reporting.query().cut().period().grain();
        if (grain == Grain.DAY && created.n() + solved.n() == 0 && !isServed(start)) {
            return;
        }
        getSteps()
                .add(new Step(
                        label(grain, start),
                        created.n(),
                        solved.n(),
                        drill.step(Figure.CREATED, start),
                        drill.step(Figure.SOLVED, start),
                        grain.next(start).isAfter(reporting.today())));
    }

    private boolean isServed(LocalDate day) {
        var asked = reporting.query().cut().unit();
        return units.all().stream()
                .filter(unit -> asked == null || unit.id() == asked)
                .map(BusinessUnit::calendar)
                .anyMatch(calendar -> calendar.isBusinessDay(day));
    }

    private static String label(Grain grain, LocalDate start) {
        return switch (grain) {
            case DAY -> Wording.weekday(start) + " " + start.getDayOfMonth();
            case WEEK -> Wording.dayAndMonth(start);
            case MONTH -> MONTH.format(start).replace(".", "");
        };
    }

    /** What the steps are called. */
    public String getStep() {
        return Texts.get("reporting.grain."
                + reporting.query().cut().period().grain().name().toLowerCase(Locale.ROOT));
    }

    /** The finding: how many came and were solved, and what that did to what is open. */
    public String getFinding() {
        long created = getSteps().stream().mapToLong(Step::created).sum();
        long solved = getSteps().stream().mapToLong(Step::solved).sum();
        var word = created > solved ? "more" : created < solved ? "fewer" : "same";
        return Texts.get(
                "reporting.flow." + word,
                Numbers.count(created),
                created,
                Numbers.count(solved),
                solved,
                Numbers.count(Math.abs(created - solved)),
                Math.abs(created - solved));
    }

    /** As Chart.js reads it. */
    public String getJson() {
        var all = getSteps();
        var line = ChartJson.dataset(
                        Texts.get("reporting.solved"),
                        "--surface",
                        all.stream().map(Step::solved).toList(),
                        all.stream().map(Step::solvedHref).toList())
                .add("type", "line")
                .add("borderColor", "--ch-1")
                .add("borderWidth", 2)
                .add("pointRadius", 3);
        var columns = ChartJson.dataset(
                        Texts.get("reporting.created"),
                        "--ch-6",
                        all.stream().map(Step::created).toList(),
                        all.stream().map(Step::createdHref).toList())
                .add("borderRadius", 3)
                .add("maxBarThickness", 28)
                .add(
                        "faint",
                        Json.createArrayBuilder(
                                all.stream().map(Step::unfinished).toList()));
        return ChartJson.chart(
                "bar",
                all.stream().map(Step::label).toList(),
                Json.createArrayBuilder().add(line).add(columns),
                Json.createObjectBuilder());
    }

    /** Whether there is anything to draw. */
    public boolean isBlank() {
        return getSteps().stream().allMatch(one -> one.created() + one.solved() == 0);
    }
}
