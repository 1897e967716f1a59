package org.guiche.units;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guiche.time.ServiceCalendar;
import org.jspecify.annotations.Nullable;

/** What cannot work in a unit although each part of it can be read. */
final class UnitCheck {

    private final UnitDocument unit;
    private final Members json;
    private final ServiceCalendar calendar;

    UnitCheck(UnitDocument unit, Members json, ServiceCalendar calendar) {
        this.unit = unit;
        this.json = json;
        this.calendar = calendar;
    }

    void all() {
        keys();
        distinct("classifications", unit.classifications(), Classification::key);
        distinct("priorities", unit.priorities(), PriorityChoice::priority);
        distinct("statuses", unit.statuses(), Status::key);
        priorities();
        for (var category : List.of(StatusCategory.OPEN, StatusCategory.RESOLVED)) {
            if (unit.statuses().stream().noneMatch(status -> status.category() == category)) {
                throw json.refusal("statuses", "units.definition.category", category);
            }
        }
        unit.statuses().forEach(this::transition);
        unit.statuses().forEach(this::named);
        unit.serviceLevels().forEach(this::level);
        calendar();
    }

    /** What is known by its key in rows, addresses and files. */
    private void keys() {
        key("key", unit.key());
        unit.classifications().forEach(one -> key("classifications", one.key()));
        for (var status : unit.statuses()) {
            key("statuses", status.key());
            status.reasons().forEach(reason -> key("statuses", reason.key()));
        }
    }

    private void key(String name, String key) {
        if (!FormJson.isKey(key)) {
            throw json.refusal(name, "units.definition.key", key);
        }
    }

    private <T> void distinct(String name, List<T> things, Function<T, Object> key) {
        var seen = new HashSet<>();
        for (var thing : things) {
            if (!seen.add(key.apply(thing))) {
                throw json.refusal(name, "units.definition.twice", key.apply(thing));
            }
        }
    }

    private void priorities() {
        if (unit.prioritySource() == PrioritySource.CLASSIFICATION
                && unit.classifications().isEmpty()) {
            throw json.refusal("classifications", "units.definition.missing", "classifications");
        }
        if (unit.prioritySource() == PrioritySource.REQUESTER
                && unit.priorities().isEmpty()) {
            throw json.refusal("priorities", "units.definition.missing", "priorities");
        }
    }

    /** Where a status goes by itself must exist, be allowed to follow, and lead out some time. */
    private void transition(Status status) {
        var way = new ArrayList<String>(List.of(status.name()));
        for (var next = following(status); next != null; next = following(next)) {
            way.add(next.name());
            if (next.key().equals(status.key())) {
                throw json.refusal("statuses", "units.definition.cycle", String.join(" → ", way));
            }
            if (way.size() > unit.statuses().size() + 1) {
                return; // a ring further on: found from its own members
            }
        }
    }

    /** Where a message leads, and what the send button offers, must exist and be allowed to follow. */
    private void named(Status status) {
        for (var key : Arrays.asList(status.rules().reopenTo(), status.rules().next())) {
            if (key != null) {
                possible(status, key, "units.definition.status.unknown");
            }
        }
    }

    private Status possible(Status status, String key, String unknown) {
        var next = unit.statuses().stream()
                .filter(other -> other.key().equals(key))
                .findFirst()
                .orElseThrow(() -> json.refusal("statuses", unknown, status.name(), key));
        if (next.reasonRequired()) { // nobody is there to give one
            throw json.refusal("statuses", "units.definition.goto.reason", status.name(), next.name());
        }
        if (next.key().equals(status.key()) || status.category().canBecome(next.category())) {
            return next;
        }
        throw json.refusal("statuses", "units.definition.goto.impossible", status.name(), next.name());
    }

    private @Nullable Status following(Status status) {
        var auto = status.rules().auto();
        if (auto == null) {
            return null;
        }
        return possible(status, auto.goTo(), "units.definition.goto.unknown");
    }

    private void level(ServiceLevel level) {
        var key = level.classification();
        if (key != null
                && unit.classifications().stream().noneMatch(one -> one.key().equals(key))) {
            throw json.refusal("serviceLevels", "units.classification.unknown", key);
        }
    }

    /** What counts service needs some. */
    private void calendar() {
        if (calendar.hours().isNever() && targets().anyMatch(Target::needsService)) {
            throw json.refusal("settings.calendar.bands", "time.calendar.no-bands");
        }
    }

    private Stream<Target> targets() {
        var promised = Stream.concat(
                unit.classifications().stream().flatMap(one -> Stream.of(one.firstResponse(), one.resolution())),
                unit.priorities().stream().flatMap(one -> Stream.of(one.firstResponse(), one.resolution())));
        var levels = unit.serviceLevels().stream().flatMap(level -> level.targets().targets().values().stream());
        var statuses = unit.statuses().stream().flatMap(status -> targets(status.rules()));
        var settings = UnitDocument.settings(unit.settings());
        var waiting = Stream.of(settings.reopenWithin(), settings.triage().patience());
        return Stream.of(promised, levels, statuses, waiting)
                .flatMap(Function.identity())
                .filter(Objects::nonNull);
    }

    private static Stream<Target> targets(StatusRules rules) {
        var auto = rules.auto();
        return Stream.of(auto == null ? null : auto.after(), rules.notice(), rules.within())
                .filter(Objects::nonNull);
    }
}
