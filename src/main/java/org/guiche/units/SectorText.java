package org.guiche.units;

import jakarta.json.JsonObject;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;

/** What an administrator writes about a sector. */
public record SectorText(String key, String name, String description, QueueOrder order) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 300;

    public SectorText {
        name = name.strip();
        description = description.strip();
    }

    void check() {
        if (!FormJson.isKey(key)) {
            throw RuleViolation.of("key", "units.definition.key", key);
        }
        if (name.isEmpty()) {
            throw RuleViolation.of("name", "units.sector.nameless");
        }
        if (name.length() > LONGEST_NAME) {
            throw RuleViolation.of("name", "units.definition.long", LONGEST_NAME);
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw RuleViolation.of("description", "units.definition.long", LONGEST_DESCRIPTION);
        }
    }

    /** As a file tells of it. */
    static SectorText read(JsonObject json) {
        return Members.read(
                json,
                "",
                members -> new SectorText(
                        members.text("key"),
                        members.text("name"),
                        members.textIf("description").orElse(""),
                        members.choice("queueOrder", QueueOrder.class)));
    }

    JsonObject file() {
        return JsonText.object().add("key", key).addAll(JsonText.object(json())).build();
    }

    JsonObject json() {
        var json = JsonText.object().add("name", name);
        if (!description.isEmpty()) {
            json.add("description", description);
        }
        return json.add("queueOrder", order.name()).build();
    }
}
