package org.guiche.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.shared.NotFound;

/** Who belongs to a group now, in few words: for lists of administrators. */
@Stateless
public class GroupPeople {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @EJB
    AccessLog access;

    /**
     * A member of a group.
     *
     * @param wholeGroup sees every ticket of the group
     * @param active whether the person may sign in
     */
    public record Member(long id, String name, boolean wholeGroup, boolean active) {}

    /** The first so many by name, whoever may sign in before the others. For anybody but administrators the group does not exist. */
    public List<Member> list(long groupId, int most, Person administrator) {
        if (!administrator.isAdministrator()) {
            throw new NotFound("accounts.person.not-found");
        }
        List<?> rows = em.createNativeQuery("""
                        select p.id, coalesce(p.social_name, p.name), bool_or(m.whole_group), p.active
                        from accounts_membership m join accounts_person p on p.id = m.person_id
                        where m.group_id = ?1 and m.valid_from <= ?2 and (m.valid_until is null or m.valid_until > ?2)
                        group by p.id order by p.active desc, coalesce(p.social_name, p.name), p.id""")
                .setParameter(1, groupId)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setMaxResults(most)
                .getResultList();
        var members = rows.stream()
                .map(row -> (Object[]) row)
                .map(row ->
                        new Member(((Number) row[0]).longValue(), (String) row[1], (Boolean) row[2], (Boolean) row[3]))
                .toList();
        access.readAll(administrator, members.stream().map(Member::id).toList(), AccessKind.LIST);
        return members;
    }
}
