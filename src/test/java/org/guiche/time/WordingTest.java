package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");
    private static final Instant NOW = at("2025-11-19T14:20"); // a Wednesday

    private final Wording wording = new Wording(BRASILIA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-11-19T16:20 | hoje, 16h20 | hoje, 16h20",
                "2025-11-24T13:20 | seg, 24/11, às 13h20 | seg, 24/11, 13h20",
                "2025-11-26T15:00 | qua, 26/11, às 15h | qua, 26/11, 15h",
                "2025-12-02T11:30 | ter, 02/12, às 11h30 | ter, 02/12, 11h30",
                "2025-11-20T09:05 | amanhã, 9h05 | amanhã, 9h05",
                "2025-11-18T16:40 | ontem, 16h40 | ontem, 16h40",
                "2025-11-22T01:00 | sáb, 22/11, à 1h | sáb, 22/11, 1h",
                "2025-11-23T00:00 | dom, 23/11, à 0h | dom, 23/11, 0h",
                "2026-01-05T09:00 | seg, 05/01/2026, às 9h | seg, 05/01/2026, 9h"
            })
    void deadlinesCarryWeekdayAndTime(String due, String full, String narrow) {
        assertThat(wording.deadline(at(due), NOW)).isEqualTo(full);
        assertThat(wording.shortDeadline(at(due), NOW)).isEqualTo(narrow);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-11-19T14:20 | agora",
                "2025-11-19T14:21 | agora",
                "2025-11-19T14:16 | há 4 min",
                "2025-11-19T13:20 | há 1 h",
                "2025-11-18T16:20 | há 22 h",
                "2025-11-18T14:20 | ontem",
                "2025-11-18T00:00 | ontem",
                "2025-11-17T23:59 | seg, 17/11",
                "2025-11-15T00:00 | sáb, 15/11",
                "2025-11-14T23:59 | 14/11/2025",
                "2024-11-19T14:20 | 19/11/2024"
            })
    void thePastIsRelativeForADay(String past, String said) {
        assertThat(wording.past(at(past), NOW)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-11-19T14:20 | 14h20",
                "2025-11-18T16:00 | ontem, 16h",
                "2025-11-17T15:31 | seg, 17/11, 15h31",
                "2024-12-31T09:00 | ter, 31/12/2024, 9h"
            })
    void momentsCarryTheirTime(String moment, String said) {
        assertThat(wording.moment(at(moment), NOW)).isEqualTo(said);
    }

    @Test
    void theTooltipSaysItAll() {
        assertThat(wording.absolute(NOW)).isEqualTo("quarta-feira, 19 de novembro de 2025, 14h20");
        assertThat(wording.absoluteWithZone(NOW))
                .isEqualTo("quarta-feira, 19 de novembro de 2025, 14h20 (horário de Brasília)");
        assertThat(wording.absolute(at("2025-11-15T09:00"))).isEqualTo("sábado, 15 de novembro de 2025, 9h");
        assertThat(wording.absolute(at("2026-03-01T00:07"))).isEqualTo("domingo, 1 de março de 2026, 0h07");
    }

    @ParameterizedTest
    @CsvSource({
        "America/Sao_Paulo, horário de Brasília, 14h20",
        "America/Manaus, horário de Manaus, 13h20",
        "America/Rio_Branco, horário de Rio Branco, 12h20",
        "America/Noronha, horário de Fernando de Noronha, 15h20",
        "America/Bahia, horário da Bahia, 14h20",
        "UTC, horário UTC, 17h20"
    })
    void everyoneReadsTheTimeOfTheOwnZone(String zone, String name, String time) {
        var there = new Wording(ZoneId.of(zone));

        assertThat(there.zoneName()).isEqualTo(name);
        assertThat(there.time(NOW)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT16H | OPEN_HOURS | 16 horas úteis | 16 h úteis",
                "PT1H | OPEN_HOURS | 1 hora útil | 1 h útil",
                "PT30M | OPEN_HOURS | 30 minutos úteis | 30 min úteis",
                "PT25H30M | OPEN_HOURS | 25h30 úteis | 25h30 úteis",
                "PT30M | RUNNING | 30 minutos corridos | 30 min corridos",
                "PT48H | RUNNING | 48 horas corridas | 48 h corridas",
                "P7D | RUNNING | 7 dias corridos | 7 dias corridos",
                "P3D | BUSINESS_DAYS | 3 dias úteis | 3 dias úteis",
                "P1D | BUSINESS_DAYS | 1 dia útil | 1 dia útil",
                "PT72H | BUSINESS_DAY_24H | 72 horas úteis (24 h por dia útil) | 72 h úteis (24 h/dia)"
            })
    void amountsNameTheirClock(String amount, ClockKind kind, String full, String narrow) {
        assertThat(Wording.amount(Amount.parse(amount), kind)).isEqualTo(full);
        assertThat(Wording.shortAmount(Amount.parse(amount), kind)).isEqualTo(narrow);
    }

    @ParameterizedTest
    @CsvSource({
        "PT42M, 42 min, 42 min, 42 min",
        "PT2H10M, 2h10, 2 h 10, 2 h 10",
        "PT14H5M, 14h05, 14 h 05, 14 h 05",
        "PT4H, 4h, 4 h, 4 h",
        "PT98H, 98h, 98 h, 4 d 2 h",
        "PT48H30M, 48h30, 48 h 30, 2 d"
    })
    void durationsAreShort(Duration duration, String length, String remaining, String age) {
        assertThat(Wording.length(duration)).isEqualTo(length);
        assertThat(Wording.remaining(duration)).isEqualTo(remaining);
        assertThat(Wording.age(duration)).isEqualTo(age);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BRASILIA).toInstant();
    }
}
