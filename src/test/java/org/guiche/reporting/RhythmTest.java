package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.guiche.reporting.Rhythm.Every;
import org.guiche.shared.RuleViolation;
import org.junit.jupiter.api.Test;

/** When a report is sent, and of which days it tells. */
class RhythmTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @Test
    void aWeeklyReportComesAtItsLocalHour() {
        var mondays = new Rhythm(Every.WEEK, 1, 9);

        assertThat(mondays.next(at("2026-11-23T08:59"), BRASILIA)).isEqualTo(at("2026-11-23T09:00"));
        assertThat(mondays.next(at("2026-11-23T09:00"), BRASILIA)).isEqualTo(at("2026-11-30T09:00"));
        assertThat(mondays.next(at("2026-11-29T23:30"), BRASILIA)).isEqualTo(Instant.parse("2026-11-30T12:00:00Z"));
        assertThat(mondays.last(at("2026-11-23T08:59"), BRASILIA)).isEqualTo(at("2026-11-16T09:00"));
    }

    @Test
    void aDailyReportComesAtMidnightToo() {
        var daily = new Rhythm(Every.DAY, 1, 0);

        assertThat(daily.next(at("2026-12-31T00:00"), BRASILIA)).isEqualTo(at("2027-01-01T00:00"));
        assertThat(daily.last(at("2026-12-31T00:00"), BRASILIA)).isEqualTo(at("2026-12-31T00:00"));
    }

    @Test
    void shorterMonthsHaveTheirLastDay() {
        var last = new Rhythm(Every.MONTH, 31, 9);

        assertThat(last.next(at("2027-01-31T09:00"), BRASILIA)).isEqualTo(at("2027-02-28T09:00"));
        assertThat(last.next(at("2027-02-28T09:00"), BRASILIA)).isEqualTo(at("2027-03-31T09:00"));
        assertThat(last.next(at("2028-02-01T00:00"), BRASILIA)).isEqualTo(at("2028-02-29T09:00"));
        assertThat(new Rhythm(Every.MONTH, 30, 9).last(at("2027-03-15T00:00"), BRASILIA))
                .isEqualTo(at("2027-02-28T09:00"));
    }

    @Test
    void whereTheClockLeavesAnHourOutItComesAtTheNext() {
        var lisbon = ZoneId.of("Europe/Lisbon");
        var night = new Rhythm(Every.DAY, 1, 1);

        assertThat(night.next(Instant.parse("2027-03-27T12:00:00Z"), lisbon))
                .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
        assertThat(night.next(Instant.parse("2027-03-28T01:00:00Z"), lisbon))
                .isEqualTo(Instant.parse("2027-03-29T00:00:00Z"));
    }

    @Test
    void itTellsOfTheDaysBefore() {
        var day = LocalDate.parse("2027-03-01");

        assertThat(Span.DAY.before(day)).isEqualTo(days("2027-02-28", "2027-02-28"));
        assertThat(Span.WEEK.before(day)).isEqualTo(days("2027-02-22", "2027-02-28"));
        assertThat(Span.MONTH.before(day)).isEqualTo(days("2027-02-01", "2027-02-28"));
    }

    @Test
    void thereIsNoEighthDayOfAWeek() {
        assertThatThrownBy(() -> new Rhythm(Every.WEEK, 8, 9)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new Rhythm(Every.MONTH, 32, 9)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new Rhythm(Every.DAY, 1, 24)).isInstanceOf(RuleViolation.class);
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(BRASILIA).toInstant();
    }
}
