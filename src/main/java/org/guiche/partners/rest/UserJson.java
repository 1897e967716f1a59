package org.guiche.partners.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.Membership;
import org.guiche.accounts.PersonEntry;
import org.guiche.accounts.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person, as those see it who keep people.
 *
 * @param cpf masked, here as in lists
 * @param companies those that the caller keeps, too
 */
public record UserJson(
        long id,
        String name,
        @Nullable String socialName,
        String email,
        @Nullable String cpf,
        @Nullable String phone,
        List<Role> roles,
        List<CompanyTieJson> companies,
        boolean active,
        boolean invited,
        Instant createdAt,
        int version) {

    public UserJson {
        roles = List.copyOf(roles);
        companies = List.copyOf(companies);
    }

    /** A company that the person belongs to, and whether as its manager. */
    public record CompanyTieJson(long id, String name, boolean manager) {}

    static UserJson of(PersonEntry entry, Map<Long, Long> companies) {
        var phone = entry.phone();
        return new UserJson(
                entry.id(),
                entry.naming().name(),
                entry.naming().socialName(),
                entry.email(),
                entry.cpf(),
                phone == null ? null : phone.e164(),
                entry.roles().stream().sorted().toList(),
                entry.memberships().stream()
                        .filter(tie -> companies.containsKey(tie.groupId()))
                        .map(tie -> tie(tie, companies))
                        .toList(),
                entry.active(),
                entry.invited(),
                entry.createdAt(),
                entry.version());
    }

    private static CompanyTieJson tie(Membership membership, Map<Long, Long> companies) {
        return new CompanyTieJson(
                companies.getOrDefault(membership.groupId(), 0L), membership.groupName(), membership.wholeGroup());
    }
}
