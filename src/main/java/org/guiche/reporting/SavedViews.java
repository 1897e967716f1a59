package org.guiche.reporting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;

/** The reports that people keep under names of their own, for themselves; others get one by its address (PRODUCT 9). */
@Stateless
public class SavedViews {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 1_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Those of that person, by name. */
    public List<SavedView> of(Person person) {
        List<?> rows = em.createNativeQuery(
                        "select name, address from reporting_view where person_id = ?1 order by lower(name)")
                .setParameter(1, person.id())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SavedView((String) row[0], (String) row[1]))
                .toList();
    }

    /**
     * Keeps a report; one that is kept already has that name from now on.
     *
     * @throws RuleViolation on {@code name} where there is none, it is too long, another report has it, or there are too many
     * @throws AccessDenied for whoever has no reports
     */
    public void save(SavedView view, Person person) {
        if (!person.readsReports()) {
            throw new AccessDenied("reporting.denied");
        }
        var name = view.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw RuleViolation.of("name", "reporting.view.name", LONGEST_NAME);
        }
        if (view.address().length() > LONGEST_ADDRESS) {
            throw RuleViolation.of("name", "reporting.view.address");
        }
        var others = of(person).stream()
                .filter(one -> !one.address().equals(view.address()))
                .toList();
        if (others.stream().anyMatch(one -> one.name().equalsIgnoreCase(name))) {
            throw RuleViolation.of("name", "reporting.view.taken", name);
        }
        if (others.size() >= MOST) {
            throw RuleViolation.of("name", "reporting.view.many", MOST);
        }
        em.createNativeQuery("""
                        insert into reporting_view (person_id, address, words, name, created_at) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (person_id, address) do update set name = excluded.name""")
                .setParameter(1, person.id())
                .setParameter(2, view.address())
                .setParameter(3, URLDecoder.decode(view.address(), StandardCharsets.UTF_8))
                .setParameter(4, name)
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Keeps it no longer. */
    public void remove(String address, Person person) {
        em.createNativeQuery("delete from reporting_view where person_id = ?1 and address = ?2")
                .setParameter(1, person.id())
                .setParameter(2, address)
                .executeUpdate();
    }
}
