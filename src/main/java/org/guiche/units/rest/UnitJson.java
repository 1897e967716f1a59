package org.guiche.units.rest;

import java.util.List;
import java.util.Locale;
import org.guiche.accounts.Person;
import org.guiche.shared.Texts;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.Priority;
import org.guiche.units.PriorityChoice;
import org.guiche.units.Status;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/**
 * A business unit, with what a ticket in it may be.
 *
 * @param path the names from the root of the tree to the unit
 * @param prioritySource what decides the priority: CLASSIFICATION, REQUESTER, AGENT or NONE
 */
public record UnitJson(
        String key,
        String name,
        List<String> path,
        String prioritySource,
        List<ClassificationJson> classifications,
        List<PriorityJson> priorities,
        List<StatusJson> statuses) {

    /** How long something may take, in ISO 8601, and what its clock counts. */
    public record TargetJson(String amount, String clock, String label) {

        static @Nullable TargetJson of(@Nullable Target target) {
            return target == null
                    ? null
                    : new TargetJson(target.amount().toString(), target.clock().name(), target.label());
        }
    }

    /** What a request may be. */
    public record ClassificationJson(
            String key,
            String name,
            String description,
            Priority priority,
            boolean recommended,
            @Nullable TargetJson firstResponse,
            @Nullable TargetJson resolution) {}

    /** A priority that the requester or the agent may choose. */
    public record PriorityJson(
            Priority key,
            String name,
            String description,
            boolean recommended,
            @Nullable TargetJson firstResponse,
            @Nullable TargetJson resolution) {}

    /** A status, by the name that the caller's role is shown. */
    public record StatusJson(String key, String name, String category, List<ReasonJson> reasons) {}

    /** Why a ticket waits. */
    public record ReasonJson(String key, String name) {}

    static UnitJson of(BusinessUnit unit, Person person) {
        return new UnitJson(
                unit.key(),
                unit.name(),
                unit.path(),
                unit.prioritySource().name(),
                unit.classifications().stream().map(UnitJson::classification).toList(),
                unit.priorities().stream().map(UnitJson::priority).toList(),
                unit.statuses().stream()
                        .map(status -> status(status, person.isStaff()))
                        .toList());
    }

    private static ClassificationJson classification(Classification c) {
        return new ClassificationJson(
                c.key(),
                c.name(),
                c.description(),
                c.priority(),
                c.recommended(),
                TargetJson.of(c.firstResponse()),
                TargetJson.of(c.resolution()));
    }

    private static PriorityJson priority(PriorityChoice choice) {
        var name = Texts.get("shared.priority." + choice.priority().name().toLowerCase(Locale.ROOT));
        return new PriorityJson(
                choice.priority(),
                name,
                choice.description(),
                choice.recommended(),
                TargetJson.of(choice.firstResponse()),
                TargetJson.of(choice.resolution()));
    }

    private static StatusJson status(Status status, boolean staff) {
        var reasons = status.reasons().stream()
                .filter(reason -> staff || !status.isVeiled())
                .map(reason -> new ReasonJson(reason.key(), reason.name()))
                .toList();
        return new StatusJson(
                status.key(), status.nameFor(staff), status.categoryFor(staff).name(), reasons);
    }
}
