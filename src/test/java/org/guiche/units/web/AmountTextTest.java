package org.guiche.units.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.guiche.shared.RuleViolation;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource({
        "30min, PT30M",
        "30 minutos, PT30M",
        "4h, PT4H",
        "4 h, PT4H",
        "0h30, PT30M",
        "25h30, PT25H30M",
        "4:30, PT4H30M",
        "72, PT72H",
        "16 horas, PT16H",
        "2 h 15 min, PT2H15M",
        " 4H00 , PT4H"
    })
    void hoursAndMinutesAreReadAsPeopleWriteThem(String typed, String amount) {
        assertThat(AmountText.parse(typed, ClockKind.OPEN_HOURS)).isEqualTo(Amount.parse(amount));
    }

    @ParameterizedTest
    @CsvSource({"6 dias, P6D", "1 dia, P1D", "6d, P6D", "6, P6D", "6 dias úteis, P6D"})
    void daysAreReadAsPeopleWriteThem(String typed, String amount) {
        assertThat(AmountText.parse(typed, ClockKind.BUSINESS_DAYS)).isEqualTo(Amount.parse(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT30M", "PT1H", "PT4H5M", "PT25H30M", "PT72H", "P1D", "P6D"})
    void whatIsWrittenIsReadAgain(String iso) {
        var amount = Amount.parse(iso);

        assertThat(AmountText.parse(AmountText.of(amount), ClockKind.RUNNING)).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logo", "4h75", "-4h", "4,5h", "4h 30 dias", "1e9", "úteis", "99999999h"})
    void anythingElseIsRefused(String typed) {
        assertThatThrownBy(() -> AmountText.parse(typed, ClockKind.OPEN_HOURS))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("units.service.amount");
    }

    @Test
    void aClockIsOnlyGivenWhatItCanCount() {
        assertThatThrownBy(() -> AmountText.parse("6 dias", ClockKind.OPEN_HOURS))
                .hasMessageContaining("units.service.amount.hours");
        assertThatThrownBy(() -> AmountText.parse("16h", ClockKind.BUSINESS_DAYS))
                .hasMessageContaining("units.service.amount.days");
        assertThatThrownBy(() -> AmountText.parse("0h", ClockKind.RUNNING)).hasMessageContaining("not-positive");
    }
}
