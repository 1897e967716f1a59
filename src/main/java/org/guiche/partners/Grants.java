package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guiche.accounts.Grantees;
import org.guiche.accounts.Term;
import org.guiche.shared.NotFound;

/**
 * What follows from contracts and general users: the terms in which somebody sees the partner's group. They are worked out anew from what
 * is so now, in the transaction that changed it, so that a renewal leaves no moment between and an end is one at once (S0-24).
 */
@Dependent
class Grants {

    @PersistenceContext
    EntityManager em;

    @Inject
    Grantees grantees;

    @Inject
    Clock clock;

    /** Waits until nobody else decides about that partner, to the end of the transaction. Refuses one that there is not. */
    void lock(long partnerId) {
        List<?> found = em.createNativeQuery("select id from partners_partner where id = ?1 for update")
                .setParameter(1, partnerId)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFound("partners.partner.not-found");
        }
    }

    /** Brings the terms of the partner's users to what follows. The caller holds its lock and has written what it changed. */
    void settle(long partnerId) {
        var group = group(partnerId);
        var terms = terms(partnerId);
        List<?> users = em.createNativeQuery("select person_id, access from partners_user where partner_id = ?1")
                .setParameter(1, partnerId)
                .getResultList();
        for (var row : users) {
            var user = (Object[]) row;
            settle(((Number) user[0]).longValue(), group, (Boolean) user[1] ? terms : List.of());
        }
    }

    private void settle(long personId, long group, List<Term> terms) {
        var had = grantees.belongs(personId, group);
        grantees.setTerms(personId, group, terms);
        if (had && !grantees.belongs(personId, group)) {
            grantees.end(personId);
        }
    }

    private long group(long partnerId) {
        return ((Number) em.createNativeQuery("select group_id from partners_partner where id = ?1")
                        .setParameter(1, partnerId)
                        .getSingleResult())
                .longValue();
    }

    /** When the partner's general user may do something. */
    List<Term> terms(long partnerId) {
        List<?> rows = em.createNativeQuery("""
                        select cast(c.starts_on as text), cast(c.ends_on as text)
                        from partners_contract c join partners_partner p on p.id = c.partner_id
                        where c.partner_id = ?1 and c.status = 'APPROVED' and p.active""").setParameter(1, partnerId).getResultList();
        return Span.terms(rows.stream().map(row -> span((Object[]) row)).toList());
    }

    private static Span span(Object[] row) {
        return new Span(LocalDate.parse((String) row[0]), LocalDate.parse((String) row[1]));
    }

    /** Whether a right of the partner's lasts now. */
    boolean lasts(long partnerId) {
        var now = clock.instant();
        return terms(partnerId).stream().anyMatch(term -> !now.isBefore(term.from()) && now.isBefore(term.until()));
    }
}
