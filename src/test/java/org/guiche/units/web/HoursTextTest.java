package org.guiche.units.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.guiche.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9h–12h, 13h30–18h",
                "9-12 e 13:30-18",
                "09:00-12:00; 13:30-18:00",
                "das 9h às 12h e das 13h30 às 18h",
                "9h até as 12h, 13h30 a 18h"
            })
    void aLunchBreakIsWrittenInManyWays(String typed) {
        assertThat(HoursText.parse(typed)).containsExactly("09:00-12:00", "13:30-18:00");
    }

    @Test
    void aBandMayPassMidnightAndEndADay() {
        assertThat(HoursText.parse("22h–6h")).containsExactly("22:00-06:00");
        assertThat(HoursText.parse("0h–24h")).containsExactly("00:00-24:00");
    }

    @Test
    void nothingIsClosed() {
        assertThat(HoursText.parse("  ")).isEmpty();
        assertThat(HoursText.parse("Fechado")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cedo", "9h", "9h–", "9h–25h", "9h75–10h", "24h30–3h", "9h–12h 13h–18h"})
    void anythingElseIsRefused(String typed) {
        assertThatThrownBy(() -> HoursText.parse(typed))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("units.service.hours");
    }

    @Test
    void whatACalendarKeepsIsShownShort() {
        assertThat(HoursText.of(List.of("09:00-12:00", "13:30-18:05"))).isEqualTo("9h–12h, 13h30–18h05");
        assertThat(HoursText.of(List.of("22:00-06:00"))).isEqualTo("22h–6h");
    }
}
