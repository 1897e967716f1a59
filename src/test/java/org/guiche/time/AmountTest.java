package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "PT72H, 4320, false, PT72H",
        "PT1H30M, 90, false, PT1H30M",
        "PT90M, 90, false, PT1H30M",
        "PT30M, 30, false, PT30M",
        "P1DT12H, 2160, false, PT36H",
        "P6D, 6, true, P6D",
        "P2W, 14, true, P14D",
        "P1W1D, 8, true, P8D",
        "P3650D, 3650, true, P3650D"
    })
    void isoDurationsAreReadAndWritten(String text, long value, boolean days, String written) {
        var amount = Amount.parse(text);

        assertThat(amount).isEqualTo(new Amount(value, days));
        assertThat(amount).hasToString(written);
        assertThat(Amount.parse(written)).isEqualTo(amount);
    }
}
