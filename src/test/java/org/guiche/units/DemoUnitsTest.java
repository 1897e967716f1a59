package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoUnitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"parceiros", "agencia", "erp", "cx", "loja"})
    void everyDemoUnitIsADocumentThatWorks(String key) {
        var stream =
                Objects.requireNonNull(DemoUnitsTest.class.getResourceAsStream("/org/guiche/demo/" + key + ".json"));
        try (var reader = Json.createReader(stream)) {
            var unit = UnitDocument.read(reader.readObject());

            assertThat(unit.key()).isEqualTo(key);
        }
    }
}
