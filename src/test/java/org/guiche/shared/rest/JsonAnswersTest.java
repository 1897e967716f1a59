package org.guiche.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonAnswersTest {

    private record Name(String zulu, @Nullable String alfa) {}

    private record Everything(
            long number,
            BigDecimal decimal,
            boolean flag,
            Instant at,
            UUID id,
            DayOfWeek day,
            List<Name> names,
            Map<String, Object> answers,
            JsonValue json) {}

    @Test
    void componentsStandInTheirOrderAndNothingIsLeftOut() {
        assertThat(JsonAnswers.write(new Name("z", null))).isEqualTo("{\"zulu\":\"z\",\"alfa\":null}");
    }

    @Test
    void everyKindOfValueIsWrittenAsProgramsReadIt() {
        var everything = new Everything(
                7,
                new BigDecimal("1.50"),
                true,
                Instant.parse("2026-11-24T12:30:00Z"),
                new UUID(1, 2),
                DayOfWeek.MONDAY,
                List.of(new Name("“é”\n", "a")),
                Map.of("muitos", Arrays.asList("a", null, 3)),
                JsonValue.TRUE);

        assertThat(JsonAnswers.write(everything))
                .isEqualTo("{\"number\":7,\"decimal\":1.50,\"flag\":true,\"at\":\"2026-11-24T12:30:00Z\","
                        + "\"id\":\"00000000-0000-0001-0000-000000000002\",\"day\":\"MONDAY\","
                        + "\"names\":[{\"zulu\":\"“é”\\n\",\"alfa\":\"a\"}],\"answers\":{\"muitos\":[\"a\",null,3]},"
                        + "\"json\":true}");
    }
}
