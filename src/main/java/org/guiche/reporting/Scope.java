package org.guiche.reporting;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Membership;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.units.Sector;

/**
 * What somebody may have counted: administrators and supervisors of every sector all; supervisors of some, what is there and their own
 * work; other agents their own work; managers the tickets of their company's group; a partner's users the tickets that they see. Groups
 * are walls here as everywhere (S0-27 to S0-29).
 *
 * @param condition over the columns of {@code reporting_figure} and {@code reporting_ticket}; it holds only numbers of our own
 * @param columns those that the condition asks for
 * @param isStaff whether agents, sectors and what is done inside may be named
 * @param category that of a ticket's status as the person knows it, over the columns of {@code reporting_ticket}
 */
record Scope(String condition, Set<String> columns, boolean isStaff, String category) {

    private static final String CATEGORY = "category";

    /**
     * The scope of that person, who supervises these sectors of all that there are.
     *
     * @param veiled ids of the statuses that look open from outside, though what is there waits
     * @throws AccessDenied for whoever has no reports: requesters, and the staff that only answers for people's data
     */
    static Scope of(Person person, List<Sector> supervised, int sectors, List<Long> veiled) {
        if (!person.readsReports()) {
            throw new AccessDenied("reporting.denied");
        }
        if (!person.isStaff()) {
            return ofCustomer(person, veiled);
        }
        if (person.isSupervisor() || (!supervised.isEmpty() && supervised.size() == sectors)) {
            return new Scope("true", Set.of(), true, CATEGORY);
        }
        var own = "agent_id = " + person.id();
        return supervised.isEmpty()
                ? new Scope(own, Set.of("agent_id"), true, CATEGORY)
                : new Scope(
                        "(sector_id in (" + ids(supervised) + ") or " + own + ")",
                        Set.of("sector_id", "agent_id"),
                        true,
                        CATEGORY);
    }

    private static Scope ofCustomer(Person person, List<Long> veiled) {
        var category = "case when status_id in (" + numbers(veiled) + ") then 'OPEN' else category end";
        var whole = "group_id in (" + numbers(person.wholeGroups()) + ")";
        var partner = person.memberships().stream()
                .filter(one -> one.kind() == GroupKind.PARTNER)
                .map(Membership::groupId)
                .toList();
        if (partner.isEmpty()) {
            return new Scope(whole, Set.of("group_id"), false, category);
        }
        var own = "(group_id in (" + numbers(partner) + ") and requester_id = " + person.id() + ")";
        return new Scope("(" + whole + " or " + own + ")", Set.of("group_id", "requester_id"), false, category);
    }

    private static String ids(List<Sector> sectors) {
        return numbers(sectors.stream().map(Sector::id).toList());
    }

    private static String numbers(Collection<Long> ids) {
        return ids.isEmpty() ? "-1" : ids.stream().map(String::valueOf).collect(joining(", "));
    }
}
