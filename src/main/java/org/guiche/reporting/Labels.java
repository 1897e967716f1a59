package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.SqlArray;
import org.guiche.tickets.TicketFigures;

/** The labels that tickets count for, each with a number: its word goes with the last ticket that has it, what is counted a moment later. */
@Dependent
class Labels {

    /** Of the database's locks that are none of a row: the trigger {@code reporting_tags} takes it, too. */
    private static final int LOCK = 38_002;

    @PersistenceContext
    EntityManager em;

    /** Gives a number to each label of these tickets that has none. */
    void know(Collection<TicketFigures> figures) {
        em.createNativeQuery("""
                        insert into reporting_label (name) select distinct jsonb_array_elements_text(tags) from unnest(cast(?1 as jsonb[])) tags
                        on conflict (name) do nothing""")
                .setParameter(
                        1,
                        TagArray.of(
                                figures.stream().map(one -> one.cuts().tags()).toList()))
                .executeUpdate();
    }

    /**
     * Until the end of this transaction nobody takes a label from a ticket: call it before tickets are read. Else a word that somebody has
     * just been erased from would come back with what was read before.
     */
    void hold() {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, LOCK)
                .getSingleResult();
    }

    /** The words of these labels, by their number. */
    Map<String, String> words(Collection<Long> labels) {
        var words = new HashMap<String, String>();
        List<?> rows = em.createNativeQuery("select id, name from reporting_label where id = any(cast(?1 as bigint[]))")
                .setParameter(1, SqlArray.of(labels))
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> words.put(row[0].toString(), (String) row[1]));
        return words;
    }
}
