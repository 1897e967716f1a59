package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guiche.units.Forms.definition;

import org.guiche.shared.RuleViolation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A definition that could not work is refused when it is written, with the place of what is wrong. */
class DefinitionsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // the place | what is wrong with it | the definition
                "fields[0].kind       | units.definition.choice    | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXTO'}]}",
                "fields[0].label      | units.definition.missing   | {'fields': [{'key': 'a', 'kind': 'TEXT'}]}",
                "fields[0].label      | units.definition.blank     | {'fields': [{'key': 'a', 'label': ' ', 'kind': 'TEXT'}]}",
                "fields[0].key        | units.definition.key       | {'fields': [{'key': 'número', 'label': 'A', 'kind': 'TEXT'}]}",
                "fields[1].key        | units.definition.twice     | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXT'}, {'key': 'a', 'label': 'B', 'kind': 'TEXT'}]}",
                "fields[0].obligatory | units.definition.unknown   | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXT', 'obligatory': true}]}",
                "fields[0].required   | units.definition.type      | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXT', 'required': 'yes'}]}",
                "fields[0].options    | units.definition.options   | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'SINGLE_CHOICE'}]}",
                "fields[0].options    | units.definition.options   | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXT', 'options': [{'value': 'x'}]}]}",
                "fields[0].options    | units.definition.twice     | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'SINGLE_CHOICE', 'options': [{'value': 'x'}, {'value': 'x'}]}]}",
                "fields[0].default    | units.definition.default   | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'NUMBER', 'default': 'many'}]}",
                "fields[0].validation | units.definition.range     | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'NUMBER', 'validation': {'min': 5, 'max': 1}}]}",
            })
    void aFieldThatCouldNotWorkIsRefused(String place, String key, String json) {
        assertRefused(place, key, json);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fields[0].visibleWhen.field | units.definition.later | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXT', 'visibleWhen': {'field': 'b', 'filled': true}}, {'key': 'b', 'label': 'B', 'kind': 'TEXT'}]}",
                "fields[0].visibleWhen.field | units.definition.later | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXT', 'visibleWhen': {'field': 'a', 'filled': true}}]}",
                "fields[1].visibleWhen       | units.definition.condition | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXT'}, {'key': 'b', 'label': 'B', 'kind': 'TEXT', 'visibleWhen': {'field': 'a'}}]}",
                "fields[1].visibleWhen.in | units.definition.value | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'SINGLE_CHOICE', 'options': [{'value': 'x'}]}, {'key': 'b', 'label': 'B', 'kind': 'TEXT', 'visibleWhen': {'field': 'a', 'equals': 'y'}}]}",
                "subject.pattern | units.definition.subject | {'fields': [], 'subject': {'pattern': '{a} - {b}', 'parts': [{'key': 'a', 'label': 'A'}]}}",
                "routing.field   | units.definition.routing | {'fields': [{'key': 'a', 'label': 'A', 'kind': 'TEXT'}], 'routing': {'field': 'a', 'sectors': {}}}",
            })
    void conditionsSubjectsAndRoutingLookOnlyAtWhatExists(String place, String key, String json) {
        assertRefused(place, key, json);
    }

    private static void assertRefused(String place, String key, String json) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> definition(json))
                .satisfies(refusal -> {
                    var error = refusal.fields().get(0);
                    assertThat(error.key()).isEqualTo(key);
                    assertThat(error.field()).isEqualTo(place);
                });
    }
}
