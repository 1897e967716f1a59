package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.LocalTime;
import org.guiche.shared.RuleViolation;
import org.guiche.units.TriageRules.SectorWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a unit sorts its new tickets, as its settings say it. */
class TriageRulesTest {

    private final TriageRules rules = read("""
            {"words": [{"sector": "envio", "words": ["frete", "CEP"]}, {"sector": "pagamento", "words": ["Pix", "cartão", "frete"]}],
             "rounds": ["09:00", "14:30"], "patience": {"amount": "PT2H", "clock": "OPEN_HOURS"}}""");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "O PIX caiu                         | pagamento | Pix",
                "Meu cartao não passa no Pix        | pagamento | Pix, cartão",
                "Frete errado                       | envio     | frete",
                "frete frete frete com Pix          | pagamento | Pix, frete",
                "Fretes e pixels                    | nothing   | nothing",
                "Trocar o e-mail do administrador   | nothing   | nothing",
            })
    void theSectorWithMostDifferentWordsIsSuggestedAndOfEqualOnesTheFirst(String text, String sector, String words) {
        assertThat(rules.suggest(text).map(SectorWords::sector).orElse(null)).isEqualTo(sector);
        assertThat(rules.suggest(text)
                        .map(found -> String.join(", ", found.words()))
                        .orElse(null))
                .isEqualTo(words);
    }

    @Test
    void theRoundsAreReadAndAUnitWithoutAnyHasNone() {
        assertThat(rules.rounds()).containsExactly(LocalTime.of(9, 0), LocalTime.of(14, 30));
        assertThat(rules.always()).isFalse();
        assertThat(UnitDocument.settings(Json.createObjectBuilder()
                                .add("calendar", Json.createObjectBuilder())
                                .build())
                        .triage())
                .isEqualTo(TriageRules.none());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "settings.triage.rounds         | units.definition.time    | {'rounds': ['9h'], 'patience': {'amount': 'PT2H', 'clock': 'RUNNING'}}",
                "settings.triage.rounds         | units.definition.rounds  | {'rounds': ['14:00', '09:00'], 'patience': {'amount': 'PT2H', 'clock': 'RUNNING'}}",
                "settings.triage.rounds         | units.definition.rounds  | {'rounds': ['09:00', '09:00'], 'patience': {'amount': 'PT2H', 'clock': 'RUNNING'}}",
                "settings.triage.patience       | units.definition.missing | {'rounds': ['09:00']}",
                "settings.triage.rounds         | units.definition.missing | {'patience': {'amount': 'PT2H', 'clock': 'RUNNING'}}",
                "settings.triage.words[0].words | units.definition.word    | {'words': [{'sector': 'envio', 'words': ['nota fiscal']}]}",
                "settings.triage.words[0].words | units.definition.missing | {'words': [{'sector': 'envio', 'words': []}]}",
                "settings.triage.words[0].sector | units.definition.missing | {'words': [{'words': ['frete']}]}",
                "settings.triage.round          | units.definition.unknown | {'round': ['09:00']}",
            })
    void whatCouldNotWorkIsRefusedAtItsPlace(String place, String key, String json) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> read(json.replace('\'', '"')))
                .satisfies(refusal -> {
                    assertThat(refusal.fields().get(0).key()).isEqualTo(key);
                    assertThat(refusal.fields().get(0).field()).isEqualTo(place);
                });
    }

    private static TriageRules read(String json) {
        try (var reader = Json.createReader(new StringReader("{\"calendar\": {}, \"triage\": " + json + "}"))) {
            return UnitDocument.settings(reader.readObject()).triage();
        }
    }
}
