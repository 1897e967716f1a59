package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Roles that follow from the provider's groups: set at each sign-in, only those that the settings name, each change written down. No
 * groups are no roles: who left all of them keeps none.
 */
@Dependent
class OidcRoles {

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditTrail trail;

    @Inject
    DelegationRows delegations;

    void follow(long personId, OidcClaims claims, OidcSettings settings) {
        var before = of(personId);
        var after = new TreeSet<>(before);
        after.removeAll(settings.named());
        after.addAll(settings.given(claims.groups()));
        if (after.equals(before)) {
            return;
        }
        before.stream()
                .filter(role -> !after.contains(role))
                .forEach(
                        role -> change("delete from accounts_role where person_id = ?1 and role = ?2", personId, role));
        after.stream()
                .filter(role -> !before.contains(role))
                .forEach(role -> change(
                        "insert into accounts_role (person_id, role) values (?1, ?2) on conflict do nothing",
                        personId,
                        role));
        trail.record(
                null,
                Audited.of(AuditSubject.PERSON, personId, "accounts.audit.provider-roles")
                        .from(Map.of("roles", names(before)))
                        .to(Map.of("roles", names(after))));
        if (!DelegationRows.mayHold(after)) {
            delegations.endAll(personId, null);
        }
    }

    private Set<Role> of(long personId) {
        List<?> roles = em.createNativeQuery("select role from accounts_role where person_id = ?1")
                .setParameter(1, personId)
                .getResultList();
        var set = new TreeSet<Role>();
        roles.forEach(role -> set.add(Role.valueOf((String) role)));
        return set;
    }

    private void change(String sql, long personId, Role role) {
        em.createNativeQuery(sql)
                .setParameter(1, personId)
                .setParameter(2, role.name())
                .executeUpdate();
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).toList();
    }
}
