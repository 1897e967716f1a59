package org.guiche.tickets.web;

import jakarta.faces.model.SelectItem;
import java.util.List;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Membership;
import org.guiche.accounts.Person;
import org.guiche.partners.Project;
import org.guiche.shared.Texts;
import org.guiche.tickets.DraftView;
import org.guiche.units.BusinessUnit;

/**
 * What the first fields of the wizard offer.
 *
 * @param clients the companies to open for; empty where there is nothing to choose
 * @param projects those of the chosen client; a concluded one says that it is
 * @param units by their places in the tree: Matriz · E-commerce · Parceiros
 * @param partner {@code Agência Mirante}: the partner that the person belongs to; empty for others
 */
public record RequestChoices(
        List<SelectItem> clients, List<SelectItem> projects, List<SelectItem> units, String partner) {

    static RequestChoices of(DraftView view, List<BusinessUnit> units, Person person) {
        var clients =
                person.isStaff() || person.isPartnerUser() || view.clients().size() > 1
                        ? view.clients().stream()
                                .map(company -> new SelectItem(company.id(), company.name()))
                                .toList()
                        : List.<SelectItem>of();
        var projects = view.opening() == null || clients.isEmpty()
                ? List.<SelectItem>of()
                : view.opening().projects().stream().map(RequestChoices::item).toList();
        var places = units.stream()
                .map(unit -> new SelectItem(unit.key(), unit.pathLabel()))
                .toList();
        return new RequestChoices(clients, projects, places, partner(person));
    }

    private static SelectItem item(Project project) {
        return new SelectItem(
                project.id(),
                project.concluded() ? Texts.get("tickets.open.project.concluded", project.name()) : project.name());
    }

    private static String partner(Person person) {
        return person.memberships().stream()
                .filter(membership -> membership.kind() == GroupKind.PARTNER)
                .map(Membership::groupName)
                .findFirst()
                .orElse("");
    }
}
