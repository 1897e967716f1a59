package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Objects;
import org.guiche.shared.RuleViolation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoUnitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"parceiros", "agencia", "erp", "cx", "loja"})
    void everyDemoUnitIsADocumentThatWorks(String key) {
        assertThat(UnitDocument.read(demo(key)).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parceiros", "agencia"})
    void aPromiseThatCountsServiceNeedsACalendarWithSome(String key) {
        var demo = demo(key);
        var settings =
                Json.createObjectBuilder(demo.getJsonObject("settings")).add("calendar", JsonValue.EMPTY_JSON_OBJECT);
        var closed = Json.createObjectBuilder(demo).add("settings", settings).build();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> UnitDocument.read(closed))
                .withMessage("time.calendar.no-bands")
                .satisfies(
                        refusal -> assertThat(refusal.fields().get(0).field()).isEqualTo("settings.calendar.bands"));
    }

    private static JsonObject demo(String key) {
        var stream = Objects.requireNonNull(
                DemoUnitsTest.class.getResourceAsStream("/org/guiche/units/presets/" + key + ".json"));
        try (var reader = Json.createReader(stream)) {
            return reader.readObject();
        }
    }
}
