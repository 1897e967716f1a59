package org.guiche.units;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guiche.units.UnitSettings.Step;

/**
 * A unit as one readable document: all that it brings, checked as a whole before a row of it is written.
 *
 * @param active it takes new tickets
 */
record UnitDocument(
        String key,
        String name,
        boolean active,
        List<String> parents,
        PrioritySource prioritySource,
        String entrySector,
        String generalSector,
        JsonObject settings,
        JsonObject form,
        List<Classification> classifications,
        List<PriorityChoice> priorities,
        List<Status> statuses,
        List<ServiceLevel> serviceLevels) {

    /** Reads it; refuses, with the place, whatever could not work. */
    static UnitDocument read(JsonObject json) {
        return Members.read(json, "", UnitDocument::document);
    }

    private static UnitDocument document(Members json) {
        FormJson.read(0, 1, json.json("form"));
        settings(json.json("settings"));
        var calendar = CalendarJson.read(json.json("settings").getJsonObject("calendar"));
        var entrySector = json.text("entrySector");
        var document = new UnitDocument(
                json.text("key"),
                json.text("name"),
                json.flag("active", true),
                json.texts("parents"),
                json.choice("prioritySource", PrioritySource.class),
                entrySector,
                json.textIf("generalSector").orElse(entrySector),
                json.json("settings"),
                json.json("form"),
                json.each("classifications", UnitDocument::classification),
                json.each("priorities", UnitDocument::priority),
                json.each("statuses", UnitDocument::status),
                json.each("serviceLevels", ServiceLevelJson::read));
        new UnitCheck(document, json, calendar).all();
        return document;
    }

    private static Classification classification(Members json) {
        return new Classification(
                0,
                json.text("key"),
                json.text("name"),
                json.textIf("description").orElse(""),
                json.choice("priority", Priority.class),
                json.flag("recommended", false),
                TargetJson.read(json, "firstResponse"),
                TargetJson.read(json, "resolution"));
    }

    private static PriorityChoice priority(Members json) {
        return new PriorityChoice(
                json.choice("priority", Priority.class),
                json.textIf("description").orElse(""),
                json.flag("recommended", false),
                TargetJson.read(json, "firstResponse"),
                TargetJson.read(json, "resolution"));
    }

    private static Status status(Members json) {
        var name = json.text("name");
        var reasons = json.each("reasons", reason -> new HoldReason(0, reason.text("key"), reason.text("name")));
        distinct(json, reasons);
        return new Status(
                0,
                json.text("key"),
                name,
                json.textIf("publicName").orElse(name),
                json.choice("category", StatusCategory.class),
                json.choiceIf("reply", ReplyRule.class).orElse(ReplyRule.COMMENT),
                !reasons.isEmpty(),
                json.flag("offered", false),
                reasons,
                StatusRulesJson.read(json),
                List.of());
    }

    private static void distinct(Members json, List<HoldReason> reasons) {
        var seen = new HashSet<String>();
        reasons.stream()
                .map(HoldReason::key)
                .filter(key -> !seen.add(key))
                .findFirst()
                .ifPresent(key -> {
                    throw json.refusal("reasons", "units.definition.twice", key);
                });
    }

    /** What of the settings is no calendar; refuses what it does not know. */
    static UnitSettings settings(JsonObject json) {
        return Members.read(json, "settings", UnitDocument::settings);
    }

    private static UnitSettings settings(Members json) {
        json.json("calendar");
        return new UnitSettings(
                json.textIf("introduction").orElse(""),
                json.textIf("descriptionHelp").orElse(null),
                json.each("checklist", UnitDocument::reference),
                json.textIf("expectation").orElse(null),
                json.each("steps", step -> new Step(step.text("title"), step.text("text"))),
                json.flag("stickyChannel", false),
                TargetJson.read(json, "reopenWithin"),
                Set.copyOf(json.texts("extensions")),
                json.flag("sac", false),
                warnAt(json),
                TriageJson.read(json));
    }

    private static int warnAt(Members json) {
        var percent = json.has("warnAt") ? json.count("warnAt") : UnitSettings.USUAL_WARNING;
        if (percent < 1 || percent >= 100) {
            throw json.refusal("warnAt", "units.definition.percent");
        }
        return percent;
    }

    private static Reference reference(Members json) {
        return new Reference(
                json.text("label"), ValidationJson.pattern(json, "pattern").orElse(null), json.flag("file", false));
    }
}
