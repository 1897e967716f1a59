package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.time.ClockKind.OPEN_HOURS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulerWordingTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private final ServiceCalendar matriz = weekdays(Holidays.national(), "09:00-17:30");
    private final Explanation example = explain("2025-11-19T14:20", "PT16H", OPEN_HOURS);

    @Test
    void wordsSayWhatTheRulerDraws() {
        assertThat(RulerWording.ruler(example))
                .isEqualTo("16 horas úteis: 3h10 na quarta, 8h30 na sexta, 4h20 na segunda; quinta é feriado");
        assertThat(RulerWording.explain(example))
                .isEqualTo("16 horas úteis: 3h10 na quarta, 8h30 na sexta e 4h20 na segunda. "
                        + "Quinta, 20/11, é feriado (Consciência Negra).");
        assertThat(RulerWording.skipped(example))
                .isEqualTo("Não conta quinta, 20/11 (Consciência Negra), nem o fim de semana");
        assertThat(RulerWording.week(matriz.hours())).isEqualTo("seg a sex, das 9h às 17h30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-11-18T16:00 | PT72H | OPEN_HOURS | 72 horas úteis, de terça, 18/11, a terça, 02/12; quinta (20/11) é feriado",
                "2025-11-19T14:20 | P3D | BUSINESS_DAYS | 3 dias úteis, de sexta, 21/11, a terça, 25/11; quinta é feriado",
                "2026-06-12T17:00 | PT48H | BUSINESS_DAY_24H | 48 horas úteis (24 h por dia útil): 7h na sexta, 24h na segunda, 17h na terça",
                "2026-06-12T17:00 | PT30H | RUNNING | 30 horas corridas: 7h na sexta, 23h no sábado",
                "2025-11-19T10:00 | PT30M | OPEN_HOURS | 30 minutos úteis: 30 min na quarta"
            })
    void everyClockHasItsSentence(String start, String amount, ClockKind kind, String sentence) {
        assertThat(RulerWording.ruler(explain(start, amount, kind))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-11-24T10:00 | PT4H | OPEN_HOURS | ''",
                "2026-06-12T17:00 | PT72H | RUNNING | ''",
                "2026-06-12T17:00 | PT8H | OPEN_HOURS | Não conta o fim de semana",
                "2026-06-08T09:00 | PT100H | OPEN_HOURS | Não contam os fins de semana",
                "2026-06-13T10:00 | PT8H | OPEN_HOURS | Não conta o fim de semana",
                "2026-06-14T10:00 | PT8H | OPEN_HOURS | Não conta o domingo"
            })
    void whatDoesNotCountIsSaid(String start, String amount, ClockKind kind, String sentence) {
        assertThat(RulerWording.skipped(explain(start, amount, kind))).isEqualTo(sentence);
    }

    @Test
    void holidaysGivenByDateAloneHaveNoNameInParentheses() {
        var calendar = weekdays(Holidays.none().with(Map.of(LocalDate.parse("2025-11-20"), "feriado")), "09:00-17:30");
        var explanation = calendar.explain(at("2025-11-19T16:30"), Amount.hours(2), OPEN_HOURS, List.of());

        assertThat(RulerWording.skipped(explanation)).isEqualTo("Não conta quinta, 20/11");
        assertThat(RulerWording.explain(explanation))
                .isEqualTo("2 horas úteis: 1h na quarta e 1h na sexta. Quinta, 20/11, é feriado.");
    }

    @Test
    void partsOfAMinuteAddUp() {
        var start = at("2025-11-24T15:20").plusSeconds(37);
        var explanation = matriz.explain(start, Amount.hours(4), OPEN_HOURS, List.of());

        assertThat(RulerWording.ruler(explanation)).isEqualTo("4 horas úteis: 2h09 na segunda, 1h51 na terça");
    }

    @Test
    void weeksOfServiceAreSaidInGroups() {
        var hours = WeeklyHours.weekdays("09:00-12:00", "13:30-18:00").with(DayOfWeek.SATURDAY, "09:00-13:00");

        assertThat(RulerWording.week(hours))
                .isEqualTo("seg a sex, das 9h às 12h e das 13h30 às 18h; sáb, das 9h às 13h");
        assertThat(RulerWording.week(WeeklyHours.always())).isEqualTo("todos os dias, o dia todo");
        assertThat(RulerWording.week(WeeklyHours.never())).isEqualTo("sem atendimento");
    }

    private Explanation explain(String start, String amount, ClockKind kind) {
        return matriz.explain(at(start), Amount.parse(amount), kind, List.of());
    }

    private static ServiceCalendar weekdays(Holidays holidays, String... bands) {
        return new ServiceCalendar(BRASILIA, WeeklyHours.weekdays(bands), holidays);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BRASILIA).toInstant();
    }
}
