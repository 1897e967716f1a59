package org.guiche.units.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.guiche.shared.RuleViolation;
import org.guiche.units.FieldKind;
import org.guiche.units.FormDesign;
import org.guiche.units.RequestForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer must be, as administrators type it. */
class RulesTest {

    private static final RequestForm NOTHING = new RequestForm(0, 1, List.of(), null, null, null);

    private static Map<String, Object> again(FieldKind kind, Map<String, Object> typed) {
        var design = new FormDesign(NOTHING, NOTHING).add(kind, "Campo", 0);
        return Rules.typed(design.validate("campo", Rules.read(kind, typed)).field("campo"));
    }

    @Test
    void numbersAndDaysAreTypedAsPeopleHereWriteThem() {
        assertThat(again(FieldKind.NUMBER, Map.of("min", "-1.234,50", "max", "9", "whole", true)))
                .containsEntry("min", "-1234,50")
                .containsEntry("max", "9")
                .containsEntry("whole", true);
        assertThat(again(FieldKind.DATE, Map.of("earliest", "Hoje - 30", "latest", "31/12/2026")))
                .containsEntry("earliest", "hoje-30")
                .containsEntry("latest", "31/12/2026");
        assertThat(again(
                        FieldKind.TEXT,
                        Map.of("minLength", " 3 ", "maxLength", "", "pattern", "\\d+", "message", "Só números.")))
                .containsEntry("minLength", "3")
                .containsEntry("maxLength", "")
                .containsEntry("pattern", "\\d+")
                .containsEntry("message", "Só números.");
    }

    @Test
    void whatAKindDoesNotKnowIsLeftOut() {
        assertThat(Rules.read(FieldKind.CPF, Map.of("min", "1", "pattern", "x")))
                .isEmpty();
        assertThat(Rules.read(FieldKind.NUMBER, Map.of("pattern", "x", "max", "2")))
                .isEqualTo(Map.of("max", new BigDecimal(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, min, muitos",
        "TEXT, maxLength, -5",
        "TEXT, minLength, 1.5",
        "DATE, earliest, amanhã",
        "DATE, latest, 31/02/2026"
    })
    void whatIsNoNumberOrDayIsRefusedBesideItsField(FieldKind kind, String name, String typed) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> Rules.read(kind, Map.of(name, typed)))
                .satisfies(
                        refusal -> assertThat(refusal.fields().get(0).field()).isEqualTo(name));
    }

    @Test
    void aFirstAnswerReadsTheSameAsItIsTyped() {
        assertThat(Rules.written(FieldKind.NUMBER, new BigDecimal("1.5"))).isEqualTo("1,5");
        assertThat(Rules.written(FieldKind.DATE, "2026-12-31")).isEqualTo("31/12/2026");
        assertThat(Rules.begun(FieldKind.DATE, "31/12/2026")).isEqualTo("2026-12-31");
        assertThat(Rules.begun(FieldKind.DATE, " ")).isEqualTo(" ");
    }
}
