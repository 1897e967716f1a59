package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.guiche.shared.RuleViolation;
import org.junit.jupiter.api.Test;

/** How long a unit keeps files. */
class FilePeriodTest {

    @Test
    void aUnitUnderTheDecreeKeepsItsFilesForTwoYearsAtLeast() {
        var period = new FilePeriod(7, "SAC", 0, FilePeriod.LEAST_UNDER_THE_DECREE);

        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> period.check(730));
        period.check(731);
        period.check(FilePeriod.AS_LONG_AS_THE_TICKET);
    }

    @Test
    void whatWasSaidBeforeTheUnitCameUnderItDoesNotCount() {
        assertThat(new FilePeriod(7, "SAC", 30, FilePeriod.LEAST_UNDER_THE_DECREE).effective())
                .isEqualTo(731);
        assertThat(new FilePeriod(7, "Loja", 30, 1).effective()).isEqualTo(30);
    }
}
