package org.guiche.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three business days to tell the authority of an incident (Res. CD/ANPD 15/2024, art. 6), in Brasília. */
class DaysTest {

    @ParameterizedTest(name = "known on {0}: {1}")
    @CsvSource(textBlock = """
            # a Friday: neither the weekend nor the day itself counts
            2026-02-06T15:00, 2026-02-11T23:59
            # before Easter: Good Friday is a holiday
            2026-04-01T09:00, 2026-04-07T23:59
            # Independência do Brasil, a Monday
            2026-09-03T23:30, 2026-09-09T23:59
            # Consciência Negra, a Friday
            2026-11-18T08:00, 2026-11-24T23:59
            # Natal and Confraternização Universal, both Fridays
            2026-12-23T12:00, 2026-12-29T23:59
            2026-12-30T12:00, 2027-01-05T23:59
            # a Saturday, and a holiday itself
            2026-02-07T10:00, 2026-02-11T23:59
            2026-11-20T10:00, 2026-11-25T23:59
            # Carnival is no national holiday
            2026-02-13T10:00, 2026-02-18T23:59
            """)
    void weekendsAndNationalHolidaysDoNotCount(LocalDateTime known, LocalDateTime due) {
        var at = known.atZone(Days.BRASILIA).toInstant();

        assertThat(Days.afterBusinessDays(at, Incident.DUE_DAYS)
                        .atZone(Days.BRASILIA)
                        .toLocalDateTime())
                .isEqualTo(due);
    }
}
