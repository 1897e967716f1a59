package org.guiche.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.time.ServiceCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A part of the company that serves tickets, with all that it brings. An unchanging picture of one moment.
 *
 * @param path the names from the root of the tree to the unit
 * @param entrySector where new tickets wait for triage
 * @param generalSector where tickets of concluded projects go (S0-08)
 * @param form the form that new tickets are opened with
 * @param retired what the unit does not use any more, but old tickets may have
 */
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
        Retired retired,
        ServiceCalendar calendar,
        UnitSettings settings,
        List<ServiceLevel> serviceLevels) {

    private static final String BETWEEN = " › ";

    public BusinessUnit {
        path = List.copyOf(path);
        classifications = List.copyOf(classifications);
        priorities = List.copyOf(priorities);
        statuses = List.copyOf(statuses);
        serviceLevels = List.copyOf(serviceLevels);
    }

    /** What is not offered any more. */
    public record Retired(List<Classification> classifications, List<Status> statuses) {

        public Retired {
            classifications = List.copyOf(classifications);
            statuses = List.copyOf(statuses);
        }
    }

    /** {@code Matriz › E-commerce › Parceiros} (S0-12). */
    public String pathLabel() {
        return String.join(BETWEEN, path);
    }

    /** Where it is: {@code Matriz › E-commerce}; empty at the root. */
    public String placeLabel() {
        return String.join(BETWEEN, path.subList(0, path.size() - 1));
    }

    /** The keys of the sectors that its tickets are led to by itself: the first one, the general one, by answers and by words. */
    public Set<String> sectors() {
        var keys = new HashSet<>(List.of(entrySector.key(), generalSector.key()));
        var routing = form.routing();
        if (routing != null) {
            keys.addAll(routing.sectors().values());
        }
        settings.triage().words().forEach(words -> keys.add(words.sector()));
        return Set.copyOf(keys);
    }

    /** The date in the unit's zone. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, calendar.zone());
    }

    /** The status of that id, in use or not. */
    public Status status(long id) {
        return Stream.concat(statuses.stream(), retired.statuses().stream())
                .filter(s -> s.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** The status of that key; refuses any that is not in use. */
    public Status status(String key) {
        return statuses.stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow(() -> RuleViolation.of("status", "units.status.unknown", key));
    }

    /** Whether a reason of the status of that key, in use or not, is none of the requester's business. */
    public boolean isVeiled(@Nullable String key) {
        return veiled().anyMatch(s -> s.key().equals(key));
    }

    /** Its statuses, in use or not, that look open from outside, though what is there waits. */
    Stream<Status> veiled() {
        return Stream.concat(statuses.stream(), retired.statuses().stream()).filter(Status::isVeiled);
    }

    /** The unit's first status of that category, if it has one. */
    public Optional<Status> first(StatusCategory category) {
        return statuses.stream().filter(s -> s.category() == category).findFirst();
    }

    /** Where a requester's message leads that opens a ticket of that status again: where its rules say, else the first open one. */
    public Status reopened(Status from) {
        return statuses.stream()
                .filter(status -> status.key().equals(from.rules().reopenTo()))
                .findFirst()
                .or(() -> first(StatusCategory.OPEN))
                .orElseThrow();
    }

    /** Where tickets begin: the unit's first new status, else its first open one (C3). */
    public Status initialStatus() {
        return first(StatusCategory.NEW).or(() -> first(StatusCategory.OPEN)).orElseThrow();
    }

    /** The classification of that id, in use or not. */
    public Optional<Classification> classification(long id) {
        return Stream.concat(classifications.stream(), retired.classifications().stream())
                .filter(c -> c.id() == id)
                .findFirst();
    }

    /** The classification of that key; refuses any that is not in use. */
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

    /**
     * What is promised to a ticket: by the first service level that covers it, target by target, then by its classification, or
     * by its priority where nobody classifies. Under SAC the solution has seven running days, whatever else says less clearly.
     *
     * @param services the names of the services that the ticket's company has contracted
     */
    public ServiceTargets targets(
            @Nullable Classification classification, Priority priority, Collection<String> services) {
        return new ServiceRules(prioritySource, priorities, serviceLevels, settings.sac())
                .targets(classification, priority, services);
    }

    static NotFound unknown() {
        return new NotFound("units.unit.not-found");
    }
}
