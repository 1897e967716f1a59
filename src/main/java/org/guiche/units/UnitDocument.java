package org.guiche.units;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.units.UnitSettings.Step;
import org.jspecify.annotations.Nullable;

/** A unit as one readable document: all that it brings, checked as a whole before a row of it is written. */
record UnitDocument(
        String key,
        String name,
        List<String> parents,
        PrioritySource prioritySource,
        String entrySector,
        String generalSector,
        JsonObject settings,
        JsonObject form,
        List<Classification> classifications,
        List<PriorityChoice> priorities,
        List<Status> statuses) {

    /** Reads it; refuses, with the place, whatever could not work. */
    static UnitDocument read(JsonObject json) {
        return Members.read(json, "", UnitDocument::document);
    }

    private static UnitDocument document(Members json) {
        FormJson.read(0, 1, json.json("form"));
        settings(json.json("settings"));
        CalendarJson.read(json.json("settings").getJsonObject("calendar"));
        var entrySector = json.text("entrySector");
        var document = new UnitDocument(
                json.text("key"),
                json.text("name"),
                json.texts("parents"),
                json.choice("prioritySource", PrioritySource.class),
                entrySector,
                json.textIf("generalSector").orElse(entrySector),
                json.json("settings"),
                json.json("form"),
                json.each("classifications", UnitDocument::classification),
                json.each("priorities", UnitDocument::priority),
                json.each("statuses", UnitDocument::status));
        document.check(json);
        document.checkCalendar(json);
        return document;
    }

    private void check(Members json) {
        distinct(json, "classifications", classifications, Classification::key);
        distinct(json, "priorities", priorities, PriorityChoice::priority);
        distinct(json, "statuses", statuses, Status::key);
        if (prioritySource == PrioritySource.CLASSIFICATION && classifications.isEmpty()) {
            throw json.refusal("classifications", "units.definition.missing", "classifications");
        }
        if (prioritySource == PrioritySource.REQUESTER && priorities.isEmpty()) {
            throw json.refusal("priorities", "units.definition.missing", "priorities");
        }
        for (var category : List.of(StatusCategory.OPEN, StatusCategory.RESOLVED)) {
            if (statuses.stream().noneMatch(status -> status.category() == category)) {
                throw json.refusal("statuses", "units.definition.category", category);
            }
        }
    }

    /** What counts service needs some. */
    private void checkCalendar(Members json) {
        var calendar = CalendarJson.read(settings.getJsonObject("calendar"));
        var targets = Stream.concat(
                classifications.stream().flatMap(each -> Stream.of(each.firstResponse(), each.resolution())),
                priorities.stream().flatMap(each -> Stream.of(each.firstResponse(), each.resolution())));
        var reopening = Stream.of(settings(settings).reopenWithin());
        if (calendar.hours().isNever() && Stream.concat(targets, reopening).anyMatch(Target::needsService)) {
            throw json.refusal("settings.calendar.bands", "time.calendar.no-bands");
        }
    }

    private static <T> void distinct(Members json, String name, List<T> things, Function<T, Object> key) {
        var seen = new HashSet<>();
        for (var thing : things) {
            if (!seen.add(key.apply(thing))) {
                throw json.refusal(name, "units.definition.twice", key.apply(thing));
            }
        }
    }

    private static Classification classification(Members json) {
        return new Classification(
                0,
                json.text("key"),
                json.text("name"),
                json.textIf("description").orElse(""),
                json.choice("priority", Priority.class),
                json.flag("recommended", false),
                target(json, "firstResponse"),
                target(json, "resolution"));
    }

    private static PriorityChoice priority(Members json) {
        return new PriorityChoice(
                json.choice("priority", Priority.class),
                json.textIf("description").orElse(""),
                json.flag("recommended", false),
                target(json, "firstResponse"),
                target(json, "resolution"));
    }

    private static @Nullable Target target(Members json, String name) {
        return json.object(name, UnitDocument::target).orElse(null);
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

    private static Status status(Members json) {
        var name = json.text("name");
        var reasons = json.each("reasons", reason -> new HoldReason(0, reason.text("key"), reason.text("name")));
        distinct(json, "reasons", reasons, HoldReason::key);
        return new Status(
                0,
                json.text("key"),
                name,
                json.textIf("publicName").orElse(name),
                json.choice("category", StatusCategory.class),
                json.choiceIf("reply", ReplyRule.class).orElse(ReplyRule.COMMENT),
                !reasons.isEmpty(),
                json.flag("offered", false),
                reasons);
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
                target(json, "reopenWithin"),
                Set.copyOf(json.texts("extensions")));
    }

    private static Reference reference(Members json) {
        return new Reference(
                json.text("label"), ValidationJson.pattern(json, "pattern").orElse(null), json.flag("file", false));
    }
}
