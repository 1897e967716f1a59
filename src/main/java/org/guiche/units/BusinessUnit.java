package org.guiche.units;

import java.util.List;
import java.util.Optional;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.time.ServiceCalendar;

/** A part of the company that serves tickets, with all that it brings. An unchanging picture of one moment. */
public record BusinessUnit(
        long id,
        String key,
        String name,
        List<String> path,
        PrioritySource prioritySource,
        Sector entrySector,
        Sector generalSector,
        RequestForm form,
        List<Classification> classifications,
        List<PriorityChoice> priorities,
        List<Status> statuses,
        ServiceCalendar calendar,
        UnitSettings settings) {

    public BusinessUnit {
        path = List.copyOf(path);
        classifications = List.copyOf(classifications);
        priorities = List.copyOf(priorities);
        statuses = List.copyOf(statuses);
    }

    /** {@code Matriz · E-commerce · Parceiros} (S0-12). */
    public String pathLabel() {
        return String.join(" · ", path);
    }

    /** The status of that id. */
    public Status status(long id) {
        return statuses.stream().filter(s -> s.id() == id).findFirst().orElseThrow();
    }

    /** The status of that key; refuses any other. */
    public Status status(String key) {
        return statuses.stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow(() -> RuleViolation.of("status", "units.status.unknown", key));
    }

    /** The unit's first status of that category, if it has one. */
    public Optional<Status> first(StatusCategory category) {
        return statuses.stream().filter(s -> s.category() == category).findFirst();
    }

    /** Where tickets begin: the unit's first new status, else its first open one (C3). */
    public Status initialStatus() {
        return first(StatusCategory.NEW).or(() -> first(StatusCategory.OPEN)).orElseThrow();
    }

    /** The classification of that id. */
    public Optional<Classification> classification(long id) {
        return classifications.stream().filter(c -> c.id() == id).findFirst();
    }

    /** The classification of that key; refuses any other. */
    public Classification classification(String key) {
        return classifications.stream()
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow(() -> RuleViolation.of("classification", "units.classification.unknown", key));
    }

    /** The choice of that priority, where the unit offers it. */
    public Optional<PriorityChoice> priority(Priority priority) {
        return priorities.stream().filter(p -> p.priority() == priority).findFirst();
    }

    static NotFound unknown() {
        return new NotFound("units.unit.not-found");
    }
}
