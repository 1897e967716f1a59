package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.time.Band;
import org.guiche.time.RulerWording;

/** The week as it stands in the fields, drawn as bars from morning to evening, or over the whole day where it needs that. */
@Named
@RequestScoped
public class WeekBars {

    private static final int MORNING = 6 * 60;
    private static final int EVENING = 20 * 60;
    private static final int DAY = 24 * 60;

    @Inject
    ServicePage page;

    /** A bar, in minutes of the day. */
    public record Bar(int from, int width) {}

    private Stream<Band> bands(DayInput day) {
        return page.calendar().stream().flatMap(one -> one.usual(day.day()).stream());
    }

    private boolean isWholeDay() {
        return page.getSheet().getCalendar().getDays().stream()
                .flatMap(this::bands)
                .anyMatch(band -> band.fromMinute() < MORNING || band.toMinute() > EVENING);
    }

    /** From which minute to which the bars are drawn, as a view box. */
    public String getBox() {
        return isWholeDay() ? "0 0 " + DAY + " 10" : MORNING + " 0 " + (EVENING - MORNING) + " 10";
    }

    /** The hours written under the bars. */
    public List<String> getScale() {
        return isWholeDay()
                ? List.of("0h", "4h", "8h", "12h", "16h", "20h", "24h")
                : List.of("6h", "8h", "10h", "12h", "14h", "16h", "18h", "20h");
    }

    public List<Bar> bars(DayInput day) {
        return bands(day)
                .map(band -> new Bar(band.fromMinute(), band.minutes()))
                .toList();
    }

    /** {@code seg a sex, das 9h às 17h30}; empty where the fields cannot be read. */
    public String getSentence() {
        return page.calendar().map(one -> RulerWording.week(one.hours())).orElse("");
    }
}
