package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The administrative groups: the walls of visibility (S0-27..29). Used by the modules that own companies and partners. */
@Stateless
public class Groups {

    @PersistenceContext
    EntityManager em;

    /** Makes a group and returns its id. */
    public long create(GroupKind kind, String name) {
        return ((Number) em.createNativeQuery("insert into accounts_group (kind, name) values (?1, ?2) returning id")
                        .setParameter(1, kind.name())
                        .setParameter(2, name)
                        .getSingleResult())
                .longValue();
    }

    /** Makes the group of those who work here. */
    public long createStaff(String name) {
        return create(GroupKind.STAFF, name);
    }

    /** Makes a person a member, or changes the membership; without an end it lasts until it is taken back. */
    public void join(long personId, long groupId, boolean wholeGroup, @Nullable Instant validUntil) {
        em.createNativeQuery("""
                        insert into accounts_membership (person_id, group_id, whole_group, valid_until)
                        values (?1, ?2, ?3, ?4)
                        on conflict (person_id, group_id, valid_from)
                        do update set whole_group = excluded.whole_group, valid_until = excluded.valid_until""")
                .setParameter(1, personId)
                .setParameter(2, groupId)
                .setParameter(3, wholeGroup)
                .setParameter(4, validUntil == null ? null : validUntil.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /**
     * Makes a person see all of a group while a term lasts. Several terms may follow each other or overlap; of those with the same
     * beginning the last one said counts, so that a term is ended by saying it again with another end.
     */
    public void grant(long personId, long groupId, Term term) {
        em.createNativeQuery("""
                        insert into accounts_membership (person_id, group_id, whole_group, valid_from, valid_until)
                        values (?1, ?2, true, ?3, ?4)
                        on conflict (person_id, group_id, valid_from)
                        do update set whole_group = true, valid_until = excluded.valid_until""")
                .setParameter(1, personId)
                .setParameter(2, groupId)
                .setParameter(3, term.from().atOffset(ZoneOffset.UTC))
                .setParameter(4, term.until().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Takes every membership in a group back, at once. */
    public void leave(long personId, long groupId) {
        em.createNativeQuery("delete from accounts_membership where person_id = ?1 and group_id = ?2")
                .setParameter(1, personId)
                .setParameter(2, groupId)
                .executeUpdate();
    }
}
