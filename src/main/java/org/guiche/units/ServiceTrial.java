package org.guiche.units;

import jakarta.json.JsonObject;
import java.util.List;
import org.guiche.time.ServiceCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What a unit would promise if a document held, while nobody has kept it: for whoever changes it and wants to see what comes of it.
 */
public final class ServiceTrial {

    private final ServiceCalendar calendar;
    private final List<Classification> classifications;
    private final ServiceRules rules;

    private ServiceTrial(UnitDocument unit) {
        this.calendar = CalendarJson.read(unit.settings().getJsonObject("calendar"));
        this.classifications = unit.classifications();
        this.rules = new ServiceRules(
                unit.prioritySource(),
                unit.priorities(),
                unit.serviceLevels(),
                UnitDocument.settings(unit.settings()).sac());
    }

    /** Reads the whole document; refuses, at its place, whatever could not work. */
    public static ServiceTrial of(JsonObject document) {
        return new ServiceTrial(UnitDocument.read(document));
    }

    /** In which it would count. */
    public ServiceCalendar calendar() {
        return calendar;
    }

    /** What it would promise to a request of that classification, else of that priority, whatever its company has contracted. */
    public ServiceTargets targets(@Nullable String classification, Priority priority) {
        var chosen = classifications.stream()
                .filter(one -> one.key().equals(classification))
                .findFirst()
                .orElse(null);
        return rules.targets(chosen, chosen == null ? priority : chosen.priority(), List.of());
    }
}
