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

    /** What was taken from these tickets while they were reckoned is taken here, too: call it last. */
    void follow(String tickets) {
        var changed = em.createNativeQuery("""
                        update reporting_ticket r set tags = t.words from (
                            select id, array(select jsonb_array_elements_text(tags)) as words from tickets_ticket
                            where id = any(cast(?1 as bigint[]))) t where t.id = r.ticket_id and t.words <> r.tags""").setParameter(1, tickets).executeUpdate();
        if (changed > 0) {
            em.createNativeQuery("""
                            delete from reporting_label l where l.id in (
                                select unnest(labels) from reporting_ticket where ticket_id = any(cast(?1 as bigint[])))
                            and not exists (select from reporting_ticket t where t.tags <> '{}' and t.tags @> array[l.name])""").setParameter(1, tickets).executeUpdate();
        }
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
