package org.guiche.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts or is acted for, with the rights held at this moment. Every use case takes one as its actor.
 *
 * @param delegated the keys of the business units that somebody may shape who does not administer the installation
 */
public record Person(
        long id,
        String name,
        String email,
        @Nullable Phone phone,
        @Nullable Cpf cpf,
        Set<Role> roles,
        List<Membership> memberships,
        Set<String> delegated) {

    public Person {
        roles = Set.copyOf(roles);
        memberships = List.copyOf(memberships);
        delegated = Set.copyOf(delegated);
    }

    /** Somebody to whom no unit is delegated. */
    public Person(
            long id,
            String name,
            String email,
            @Nullable Phone phone,
            @Nullable Cpf cpf,
            Set<Role> roles,
            List<Membership> memberships) {
        this(id, name, email, phone, cpf, roles, memberships, Set.of());
    }

    /** Works here: agent, supervisor or administrator. Staff see across the walls between groups. */
    public boolean isStaff() {
        return !roles.isEmpty();
    }

    /** Triages, reassigns and works in every sector. Who supervises some of them is the sectors' to say (ADR 36). */
    public boolean isSupervisor() {
        return roles.contains(Role.SUPERVISOR) || isAdministrator();
    }

    /** Configures the installation. */
    public boolean isAdministrator() {
        return roles.contains(Role.ADMINISTRATOR);
    }

    /** Shapes the business unit of that key: administrators every one, others of the staff those that are delegated to them (ADR 34). */
    public boolean administers(String unit) {
        return isAdministrator() || (isStaff() && !isReadOnly() && delegated.contains(unit));
    }

    /** Shapes at least one business unit. */
    public boolean administersUnits() {
        return isAdministrator() || delegated.stream().anyMatch(this::administers);
    }

    /** Answers for people's data (LGPD art. 41). */
    public boolean isDataOfficer() {
        return roles.contains(Role.DATA_OFFICER);
    }

    /** Works here, and writes nothing: answers for people's data and does nothing else (SECURITY 4). */
    public boolean isReadOnly() {
        return roles.equals(Set.of(Role.DATA_OFFICER));
    }

    /** Has reports of what he or she may see: whoever works on tickets, manages a company or opens for a partner (PRODUCT 9). */
    public boolean readsReports() {
        return isStaff() ? !isReadOnly() : isManager() || isPartnerUser();
    }

    /** Opens tickets for the clients of a partner (S0-24). */
    public boolean isPartnerUser() {
        return memberships.stream().anyMatch(m -> m.kind() == GroupKind.PARTNER);
    }

    /** Sees all tickets of a company. */
    public boolean isManager() {
        return memberships.stream().anyMatch(m -> m.kind() == GroupKind.COMPANY && m.wholeGroup());
    }

    /** Whether the person is a member of that group now. */
    public boolean belongsTo(long groupId) {
        return membership(groupId).isPresent();
    }

    /** The membership of that group, while there is one. */
    public Optional<Membership> membership(long groupId) {
        return memberships.stream().filter(m -> m.groupId() == groupId).findFirst();
    }

    /** Whether the person sees every ticket of that group. */
    public boolean seesWhole(long groupId) {
        return memberships.stream().anyMatch(m -> m.groupId() == groupId && m.wholeGroup());
    }

    /** The groups the person belongs to. */
    public Set<Long> groups() {
        return memberships.stream().map(Membership::groupId).collect(Collectors.toUnmodifiableSet());
    }

    /** The groups of which the person sees every ticket. */
    public Set<Long> wholeGroups() {
        return memberships.stream()
                .filter(Membership::wholeGroup)
                .map(Membership::groupId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What to call the person in a sentence. */
    public String firstName() {
        return name.split(" ", -1)[0];
    }

    /** One or two letters for the avatar. */
    public String initials() {
        var words = Arrays.stream(name.split(" ", -1)).filter(w -> !w.isBlank()).toList();
        var last = words.size() > 1 ? words.get(words.size() - 1).substring(0, 1) : "";
        return words.get(0).substring(0, 1) + last;
    }
}
