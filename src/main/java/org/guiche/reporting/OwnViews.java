package org.guiche.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.shared.Belongings;
import org.guiche.shared.Texts;

/** The reports that somebody keeps, for the copy of all that is kept. */
@ApplicationScoped
class OwnViews implements Belongings {

    @PersistenceContext
    EntityManager em;

    @Override
    public String key() {
        return "visoes";
    }

    @Override
    public String title() {
        return Texts.get("reporting.own.views");
    }

    @Override
    public List<List<Value>> of(long personId) {
        List<?> rows = em.createNativeQuery(
                        "select name, words from reporting_view where person_id = ?1 order by lower(name)")
                .setParameter(1, personId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> List.of(
                        new Value("nome", Texts.get("reporting.own.name"), (String) row[0]),
                        new Value("filtros", Texts.get("reporting.own.filters"), (String) row[1])))
                .toList();
    }
}
