package org.guiche.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** Whoever acts or is acted for, with the rights held at this moment. Every use case takes one as its actor. */
public record Person(
        long id,
        String name,
        String email,
        @Nullable Phone phone,
        @Nullable Cpf cpf,
        Set<Role> roles,
        List<Membership> memberships) {

    public Person {
        roles = Set.copyOf(roles);
        memberships = List.copyOf(memberships);
    }

    /** Works here: agent, supervisor or administrator. Staff see across the walls between groups. */
    public boolean isStaff() {
        return !roles.isEmpty();
    }

    /** Triages, reassigns and works in every sector. */
    public boolean isSupervisor() {
        return roles.contains(Role.SUPERVISOR) || isAdministrator();
    }

    /** Configures the installation. */
    public boolean isAdministrator() {
        return roles.contains(Role.ADMINISTRATOR);
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
