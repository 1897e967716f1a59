package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.time.ClockKind.BUSINESS_DAYS;
import static org.guiche.time.ClockKind.BUSINESS_DAY_24H;
import static org.guiche.time.ClockKind.OPEN_HOURS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.guiche.time.DayWording.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayWordingTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private final ServiceCalendar calendar =
            new ServiceCalendar(BRASILIA, WeeklyHours.weekdays("09:00-17:30"), Holidays.national());

    @Test
    void everyDayIsSaidWithWhatOfItCountedOrWhyItDidNot() {
        assertThat(lines("2025-11-19T14:20", "PT16H", OPEN_HOURS))
                .containsExactly(
                        new Line("qua, 19/11", "das 14h20 às 17h30", "3h10"),
                        new Line("qui, 20/11", "feriado (Consciência Negra)", "não conta"),
                        new Line("sex, 21/11", "das 9h às 17h30", "8h30"),
                        new Line("sáb, 22/11, e dom, 23/11", "fim de semana", "não conta"),
                        new Line("seg, 24/11", "das 9h às 13h20", "4h20"));
    }

    @Test
    void businessDaysAreNumberedAndTheFirstIsTheDayAfter() {
        assertThat(lines("2026-06-10T10:00", "P2D", BUSINESS_DAYS))
                .containsExactly(
                        new Line("qua, 10/06", "dia em que começou: conta-se a partir do dia seguinte", "não conta"),
                        new Line("qui, 11/06", "das 9h às 17h30", "1º dia útil"),
                        new Line("sex, 12/06", "das 9h às 17h30", "2º dia útil"));
    }

    @Test
    void wholeDaysAndMidnightsAreSaidAsPeopleDo() {
        assertThat(lines("2026-06-12T17:00", "PT40H", BUSINESS_DAY_24H))
                .containsExactly(
                        new Line("sex, 12/06", "das 17h à meia-noite", "7h"),
                        new Line("sáb, 13/06, e dom, 14/06", "fim de semana", "não conta"),
                        new Line("seg, 15/06", "o dia todo", "24h"),
                        new Line("ter, 16/06", "da meia-noite às 9h", "9h"));
    }

    @Test
    void aPauseIsSaidOnTheDayThatItCutsShort() {
        var pause = new Span(at("2026-06-08T11:00"), at("2026-06-09T12:00"));
        var explanation = calendar.explain(at("2026-06-08T10:00"), Amount.hours(3), OPEN_HOURS, List.of(pause));

        assertThat(DayWording.lines(explanation, BRASILIA))
                .containsExactly(
                        new Line("seg, 08/06", "das 10h às 11h; parado das 11h às 17h30", "1h"),
                        new Line("ter, 09/06", "das 12h às 14h; parado das 9h às 12h", "2h"));
    }

    @Test
    void whatBeganAfterHoursAndWhatIsFarAwayStaysShort() {
        assertThat(lines("2026-06-08T19:00", "PT1H", OPEN_HOURS).get(0))
                .isEqualTo(new Line("seg, 08/06", "começou fora do horário de atendimento", "não conta"));
        assertThat(lines("2026-06-08T09:00", "PT400H", OPEN_HOURS))
                .hasSize(13)
                .filteredOn(line -> line.day().equals("…"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPEN_HOURS | PT14H40M | 14 h 40 de atendimento",
                "RUNNING | PT98H | 4 d 2 h",
                "BUSINESS_DAY_24H | PT30H | 30 h de dias úteis",
                "BUSINESS_DAYS | PT48H | 2 dias úteis",
                "BUSINESS_DAYS | PT24H | 1 dia útil"
            })
    void amountsSayWhatTheyCount(ClockKind kind, Duration amount, String words) {
        assertThat(DayWording.amount(amount, kind)).isEqualTo(words);
    }

    private List<Line> lines(String start, String amount, ClockKind kind) {
        return DayWording.lines(calendar.explain(at(start), Amount.parse(amount), kind, List.of()), BRASILIA);
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(BRASILIA).toInstant();
    }
}
