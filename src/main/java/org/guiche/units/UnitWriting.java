package org.guiche.units;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.function.Function;
import org.guiche.shared.JsonText;
import org.jspecify.annotations.Nullable;

/** Writes a unit's document as {@link UnitDocument} reads it, always in the same way, so that two of them can be compared. */
final class UnitWriting {

    private static final String DESCRIPTION = "description";

    private UnitWriting() {}

    static JsonObject write(UnitDocument unit) {
        var json = JsonText.object().add("key", unit.key()).add("name", unit.name());
        if (!unit.active()) {
            json.add("active", false);
        }
        return json.add("parents", JsonText.array(unit.parents()))
                .add("prioritySource", unit.prioritySource().name())
                .add("entrySector", unit.entrySector())
                .add("generalSector", unit.generalSector())
                .add("settings", unit.settings())
                .add("form", FormWriting.write(FormJson.read(0, 1, unit.form())))
                .add("classifications", list(unit.classifications(), UnitWriting::classification))
                .add("priorities", list(unit.priorities(), UnitWriting::priority))
                .add("statuses", list(unit.statuses(), UnitWriting::status))
                .add("serviceLevels", ServiceLevelJson.write(unit.serviceLevels()))
                .build();
    }

    private static <T> JsonArrayBuilder list(Collection<T> things, Function<T, JsonObjectBuilder> writing) {
        var list = JsonText.array();
        things.forEach(thing -> list.add(writing.apply(thing)));
        return list;
    }

    private static JsonObjectBuilder classification(Classification one) {
        var json = JsonText.object().add("key", one.key()).add("name", one.name());
        text(json, DESCRIPTION, one.description());
        json.add("priority", one.priority().name());
        flag(json, "recommended", one.recommended());
        target(json, "firstResponse", one.firstResponse());
        target(json, "resolution", one.resolution());
        return json;
    }

    private static JsonObjectBuilder priority(PriorityChoice one) {
        var json = JsonText.object().add("priority", one.priority().name());
        text(json, DESCRIPTION, one.description());
        flag(json, "recommended", one.recommended());
        target(json, "firstResponse", one.firstResponse());
        target(json, "resolution", one.resolution());
        return json;
    }

    private static JsonObjectBuilder status(Status status) {
        var json = JsonText.object()
                .add("key", status.key())
                .add("name", status.name())
                .add("publicName", status.publicName())
                .add("category", status.category().name())
                .add("reply", status.replyRule().name());
        flag(json, "offered", status.offeredAfterReply());
        if (!status.reasons().isEmpty()) {
            json.add("reasons", list(status.reasons(), UnitWriting::reason));
        }
        return json.addAll(JsonText.object(StatusRulesJson.write(status.rules())));
    }

    private static JsonObjectBuilder reason(HoldReason reason) {
        return JsonText.object().add("key", reason.key()).add("name", reason.name());
    }

    private static void text(JsonObjectBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.add(name, value);
        }
    }

    private static void flag(JsonObjectBuilder json, String name, boolean value) {
        if (value) {
            json.add(name, true);
        }
    }

    private static void target(JsonObjectBuilder json, String name, @Nullable Target target) {
        if (target != null) {
            json.add(name, TargetJson.write(target));
        }
    }
}
