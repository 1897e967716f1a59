package org.guiche.units;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.jspecify.annotations.Nullable;

/** How long something may take, as JSON: {@code {"amount": "PT72H", "clock": "BUSINESS_DAY_24H"}}. */
final class TargetJson {

    private TargetJson() {}

    static @Nullable Target read(Members json, String name) {
        return find(json, name).orElse(null);
    }

    static Optional<Target> find(Members json, String name) {
        return json.object(name, TargetJson::target);
    }

    private static Target target(Members json) {
        var written = json.text("amount");
        var clock = json.choice("clock", ClockKind.class);
        var amount = ValidationJson.placed(json, "amount", () -> Amount.parse(written));
        if (!clock.counts(amount)) {
            throw json.refusal("amount", amount.days() ? "time.amount.in-hours" : "time.amount.in-days", written);
        }
        return new Target(amount, clock);
    }

    static JsonObject write(Target target) {
        return Json.createObjectBuilder()
                .add("amount", target.amount().toString())
                .add("clock", target.clock().name())
                .build();
    }
}
