package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.PersonAnonymised;

/** What somebody kept or had sent goes with the person; of others go reports of a tag that names the person, and the name out of what they call theirs. */
@Dependent
class ErasedViews {

    @PersistenceContext
    EntityManager em;

    void erased(@Observes PersonAnonymised person) {
        var name = person.traces().everywhere();
        run("delete from reporting_view where person_id = ?1", person.personId());
        run("delete from reporting_view where words ~* ?1", name);
        run("delete from reporting_schedule where person_id = ?1", person.personId());
        run("delete from reporting_schedule where words ~* ?1", name);
        run("update reporting_view set name = shared_redacted(name, ?1) where name ~* ?1", name);
    }

    private void run(String sql, Object parameter) {
        em.createNativeQuery(sql).setParameter(1, parameter).executeUpdate();
    }
}
