package org.guiche.units;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.guiche.partners.Company;
import org.guiche.partners.ContractedService;
import org.guiche.partners.Opening;
import org.guiche.partners.PartnerName;
import org.guiche.partners.Project;
import org.jspecify.annotations.Nullable;

/**
 * What a form may need besides its answers: whose ticket it is, what that company contracted, its projects, and the day.
 *
 * @param today the date in the unit's zone, for limits that move with it
 */
public record FormContext(
        @Nullable String partner,
        @Nullable String client,
        @Nullable String project,
        List<Option> services,
        List<Option> projects,
        LocalDate today) {

    public FormContext {
        services = List.copyOf(services);
        projects = List.copyOf(projects);
    }

    /** Nothing known but the day. */
    public static FormContext empty(LocalDate today) {
        return new FormContext(null, null, null, List.of(), List.of(), today);
    }

    /** Known is the partner at most: the client is still to be chosen. */
    public static FormContext of(@Nullable PartnerName partner, LocalDate today) {
        return new FormContext(partner == null ? null : partner.name(), null, null, List.of(), List.of(), today);
    }

    /** Of the group, client and project that a ticket opens for. */
    public static FormContext of(Opening opening, LocalDate today) {
        return new FormContext(
                name(opening.partner(), PartnerName::name),
                name(opening.company(), Company::name),
                name(opening.project(), Project::name),
                options(opening.services(), ContractedService::id, ContractedService::name),
                options(opening.projects(), Project::id, Project::name),
                today);
    }

    private static <T> @Nullable String name(@Nullable T thing, Function<T, String> name) {
        return thing == null ? null : name.apply(thing);
    }

    private static <T> List<Option> options(List<T> things, ToLongFunction<T> id, Function<T, String> name) {
        return things.stream()
                .map(thing -> Option.of(Long.toString(id.applyAsLong(thing)), name.apply(thing)))
                .toList();
    }
}
