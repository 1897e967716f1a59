package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.time.CalendarFile.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holidays from the files that calendar programs and city halls give away. */
class CalendarFileTest {

    @Test
    void allDayEventsAreHolidaysWithTheirNames() {
        var imported = read("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260313
                DTEND;VALUE=DATE:20260314
                SUMMARY:Aniversário da cidade\\, com missa de mani
                 festação
                BEGIN:VALARM
                TRIGGER:-PT15M
                SUMMARY:Lembrete
                END:VALARM
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261228
                DTEND;VALUE=DATE:20270102
                SUMMARY:Recesso
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260720
                SUMMARY;LANGUAGE=pt-BR:Padroeira
                END:VEVENT
                """);

        assertThat(imported.days())
                .containsEntry(day("2026-03-13"), "Aniversário da cidade, com missa de manifestação")
                .containsEntry(day("2026-07-20"), "Padroeira")
                .containsEntry(day("2026-12-28"), "Recesso")
                .containsEntry(day("2027-01-01"), "Recesso")
                .hasSize(7);
        assertThat(imported.skipped()).isEmpty();
        assertThat(Holidays.none().with(imported.days()).on(day("2026-12-31"))).hasValue("Recesso");
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "20100625 | FREQ=YEARLY | | 2026-06-25 2027-06-25 2028-06-25",
                "20270625 | FREQ=YEARLY | | 2027-06-25 2028-06-25",
                "20260625 | FREQ=YEARLY;COUNT=2 | | 2026-06-25 2027-06-25",
                "20100625 | FREQ=YEARLY;UNTIL=20270625 | | 2026-06-25 2027-06-25",
                "20260625 | FREQ=YEARLY;INTERVAL=2 | | 2026-06-25 2028-06-25",
                "20101018 | FREQ=YEARLY;BYMONTH=10;BYDAY=3MO | | 2026-10-19 2027-10-18 2028-10-16",
                "20200229 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | | 2028-02-29",
                "20100625 | FREQ=YEARLY | EXDATE;VALUE=DATE:20270625 | 2026-06-25 2028-06-25",
                "20260625 | FREQ=YEARLY;COUNT=1 | RDATE;VALUE=DATE:20270701 | 2026-06-25 2027-07-01"
            })
    void eventsThatComeEveryYearAreWorkedOut(String start, String rule, String more, String days) {
        var imported = read("BEGIN:VEVENT\nDTSTART;VALUE=DATE:" + start + "\nRRULE:" + rule
                + (more == null ? "" : "\n" + more) + "\nSUMMARY:Dia\nEND:VEVENT\n");

        assertThat(imported.days().keySet()).extracting(LocalDate::toString).containsExactly(days.split(" "));
    }

    @Test
    void aDayOfASeriesThatWasMovedIsKeptOnItsNewDateOnly() {
        var imported = read("""
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:20260625
                RRULE:FREQ=YEARLY
                SUMMARY:Emancipação
                END:VEVENT
                BEGIN:VEVENT
                UID:1
                RECURRENCE-ID;VALUE=DATE:20270625
                DTSTART;VALUE=DATE:20270628
                SUMMARY:Emancipação (transferida)
                END:VEVENT
                """);

        assertThat(imported.days().keySet()).containsExactly(day("2026-06-25"), day("2027-06-28"), day("2028-06-25"));
    }

    @Test
    void whatIsNoHolidayIsNamedAndLeftOut() {
        var imported = read("""
                BEGIN:VEVENT
                DTSTART:20260313T090000Z
                SUMMARY:Reunião
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260316
                RRULE:FREQ=WEEKLY
                SUMMARY:Plantão
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260317
                STATUS:CANCELLED
                SUMMARY:Não houve
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:Sem data
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260230
                SUMMARY:Dia que não existe
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260720
                END:VEVENT
                """);

        assertThat(imported.days()).isEqualTo(Map.of(day("2026-07-20"), "feriado"));
        assertThat(imported.skipped()).containsExactly("Dia que não existe", "Plantão", "Reunião", "Sem data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oi", "data,nome\n2026-12-25,Natal", "BEGIN:VEVENT\nEND:VEVENT", "<html></html>"})
    void whatIsNoCalendarIsRefused(String text) {
        refuses("time.file.not-a-calendar", text);
    }

    @Test
    void whatIsTooLargeOrBringsNothingIsRefused() {
        refuses("time.file.too-large", "x".repeat(1_000_001));
        refuses("time.file.too-many", calendar("BEGIN:VEVENT\nEND:VEVENT\n".repeat(5_001)));
        refuses("time.file.too-many", everyDay());
        refuses("time.file.nothing", calendar(""));
        refuses("time.file.nothing", calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20200720\nEND:VEVENT\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;INTERVAL=2147483647",
                "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;INTERVAL=0",
                "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;INTERVAL=-1",
                "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=SECONDLY",
                "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYSETPOS=366;BYHOUR=1;BYMINUTE=1,2,3;BYSECOND=1",
                "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYWEEKNO=99;BYYEARDAY=999;BYDAY=99XX",
                "DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:99991231",
                "DTSTART;VALUE=DATE:20260101\nDURATION:P999999999999D",
                "DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20200101"
            })
    void hostileEventsEndSoon(String event) {
        var text = calendar("BEGIN:VEVENT\n" + event
                + "\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260720\nSUMMARY:Dia\nEND:VEVENT\n");

        Assertions.assertThat(timed(text).days()).containsEntry(day("2026-07-20"), "Dia");
    }

    @Test
    void brokenFilesAreReadOrRefusedWithASentence() {
        var text = calendar("""
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:20260625
                DTEND;VALUE=DATE:20260626
                RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=4TH;UNTIL=20301231
                EXDATE;VALUE=DATE:20270625
                SUMMARY;LANGUAGE="pt-BR":Dia
                END:VEVENT
                """);
        var random = new Random(20_261_125);
        var refused = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            var broken = new StringBuilder(text);
            for (int j = 1 + random.nextInt(4); j > 0; j--) {
                broken.setCharAt(random.nextInt(broken.length()), "\n;:=,\"A9\\ -".charAt(random.nextInt(11)));
            }
            try {
                assertThat(timed(broken.toString()).days()).isNotEmpty();
            } catch (RuleViolation e) {
                refused.add(e.key());
            }
        }
        assertThat(refused).isNotEmpty().allMatch(Texts::has);
    }

    @Test
    void deeplyNestedFilesEndSoon() {
        refuses("time.file.nothing", "BEGIN:VCALENDAR\nVERSION:2.0\n" + "BEGIN:X\n".repeat(100_000));
    }

    private static String everyDay() {
        return calendar("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260101
                RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU
                END:VEVENT
                """);
    }

    private static Imported timed(String text) {
        var before = System.nanoTime();
        try {
            return CalendarFile.holidays(text, 2026, 2028);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static Imported read(String events) {
        return CalendarFile.holidays(calendar(events), 2026, 2028);
    }

    private static String calendar(String events) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Prefeitura//PT\n" + events + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static LocalDate day(String written) {
        return LocalDate.parse(written);
    }

    private static void refuses(String key, String text) {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> CalendarFile.holidays(text, 2026, 2028));

        assertThat(refusal).isNotNull().hasMessage(key);
        assertThat(Texts.get(key, refusal.args())).isNotEqualTo(key).doesNotContain("{");
    }
}
