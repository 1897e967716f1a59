package org.guiche.partners;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom a ticket opens: the group it will belong to, and what the form may offer.
 *
 * @param company the client, none when the staff open one for themselves
 * @param project the chosen project, if any
 * @param partner the partner that opens it on the company's behalf, if one does
 */
public record Opening(
        long groupId,
        @Nullable Company company,
        @Nullable Project project,
        @Nullable PartnerName partner,
        List<ContractedService> services,
        List<Project> projects) {

    public Opening {
        services = List.copyOf(services);
        projects = List.copyOf(projects);
    }

    /** The same for that project of the company; without a project where it has none of that id. */
    public Opening of(@Nullable Long projectId) {
        var chosen = projects.stream()
                .filter(one -> projectId != null && one.id() == projectId)
                .findFirst()
                .orElse(null);
        return new Opening(groupId, company, chosen, partner, services, projects);
    }

    /** The names of what the company has contracted. */
    public List<String> serviceNames() {
        return services.stream().map(ContractedService::name).toList();
    }

    /** Whether the chosen project is concluded, so that the ticket goes the general way (S0-08). */
    public boolean isOfConcludedProject() {
        return project != null && project.concluded();
    }
}
