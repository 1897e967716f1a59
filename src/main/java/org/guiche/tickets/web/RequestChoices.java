package org.guiche.tickets.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Membership;
import org.guiche.accounts.Person;
import org.guiche.partners.Company;
import org.guiche.partners.Project;
import org.guiche.shared.Texts;
import org.guiche.tickets.DraftView;
import org.guiche.units.BusinessUnit;

/**
 * What the first fields of the wizard offer.
 *
 * @param clients the companies to open for; empty where there is nothing to choose, and where they are looked for
 * @param projects those of the chosen client; a concluded one says that it is
 * @param units where they are in the tree, those of one place together; empty where there is only one
 * @param partner {@code Agência Mirante}: the partner that the person belongs to; empty for others
 * @param searched whether the companies are too many to list, and so looked for
 */
public record RequestChoices(
        List<SelectItem> clients, List<SelectItem> projects, List<SelectItem> units, String partner, boolean searched) {

    private static final String PLACE = " ›";

    static RequestChoices of(DraftView view, List<BusinessUnit> units, Person person) {
        var isChoice = person.isPartnerUser() || view.clients().isMany();
        var clients = isChoice ? items(view.clients().listed()) : List.<SelectItem>of();
        var projects = view.opening() == null || !isChoice
                ? List.<SelectItem>of()
                : view.opening().projects().stream().map(RequestChoices::item).toList();
        return new RequestChoices(
                clients,
                projects,
                units.size() == 1 ? List.of() : tree(units),
                partner(person),
                view.clients().searched());
    }

    private static List<SelectItem> items(List<Company> companies) {
        return companies.stream()
                .map(company -> new SelectItem(company.id(), company.name()))
                .toList();
    }

    /** Whether there is anything to choose about the company. */
    public boolean isOfClients() {
        return searched || !clients.isEmpty();
    }

    /** Places in the order of their first units; what stands at the root stands alone. */
    static List<SelectItem> tree(List<BusinessUnit> units) {
        var places = new LinkedHashMap<String, List<BusinessUnit>>();
        for (var unit : units) {
            var isRoot = unit.placeLabel().isEmpty();
            places.computeIfAbsent(isRoot ? unit.key() : unit.placeLabel() + PLACE, key -> new ArrayList<>())
                    .add(unit);
        }
        return places.values().stream()
                .map(here -> here.get(0).placeLabel().isEmpty() ? item(here.get(0)) : group(here))
                .toList();
    }

    private static SelectItem item(BusinessUnit unit) {
        return new SelectItem(unit.key(), unit.name());
    }

    private static SelectItem group(List<BusinessUnit> here) {
        var items = here.stream().map(RequestChoices::item).toArray(SelectItem[]::new);
        return new SelectItemGroup(here.get(0).placeLabel(), null, false, items);
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
