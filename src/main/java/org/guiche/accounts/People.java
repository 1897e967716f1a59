package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Who people are. One CPF and one e-mail belong to one person, whatever runs at the same time (S0-26). */
@Stateless
public class People {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Passwords passwords;

    @Inject
    PersonQueries queries;

    @Inject
    Registrar registrar;

    /** The person with the rights held now. Refuses ids that belong to nobody, or to somebody who may not act any more. */
    public Person get(long id) {
        return find(id).orElseThrow(() -> new NotFound("accounts.person.not-found"));
    }

    /** The same, or nothing. */
    public Optional<Person> find(long id) {
        return queries.byId(id, clock.instant()).map(SignedIn::person);
    }

    /** Whose session it is: nothing when the person may not act any more or signed out everywhere since. */
    public Optional<Person> ofSession(long id, int epoch) {
        return queries.byId(id, clock.instant())
                .filter(signedIn -> signedIn.epoch() == epoch)
                .map(SignedIn::person);
    }

    /** The person of that address, with the rights held now. */
    public Optional<Person> findByEmail(Email email) {
        return queries.byEmail(email.address(), clock.instant()).map(SignedIn::person);
    }

    /** Who belongs to one of these groups now, by name. */
    public List<Person> members(Collection<Long> groups) {
        return groups.isEmpty() ? List.of() : queries.members(groups, clock.instant());
    }

    /** The names of these people by id, in one query; unknown ids are left out. */
    public Map<Long, String> names(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = em.createQuery("select a.id, a.name from Account a where a.id in :ids", Object[].class)
                .setParameter("ids", List.copyOf(ids))
                .getResultList();
        var names = new HashMap<Long, String>();
        rows.forEach(row -> names.put((Long) row[0], (String) row[1]));
        return Collections.unmodifiableMap(names);
    }

    /** The name of that person. */
    public String name(long id) {
        return names(List.of(id)).getOrDefault(id, "");
    }

    /** The address of that person. */
    public String email(long id) {
        return em.find(Account.class, id).email();
    }

    /** Those of these people who are supervisors: their addresses by id. */
    public Map<Long, String> supervisors(Collection<Long> ids) {
        List<?> rows = em.createNativeQuery("""
                        select p.id, p.email from accounts_person p join accounts_role r on r.person_id = p.id
                        where p.active and r.role = 'SUPERVISOR' and p.id = any(cast(?1 as bigint[])) order by p.id""")
                .setFlushMode(FlushModeType.COMMIT) // people do not change on the way
                .setParameter(1, ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        var addresses = new LinkedHashMap<Long, String>();
        rows.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> addresses.put(((Number) row[0]).longValue(), (String) row[1]));
        return Collections.unmodifiableMap(addresses);
    }

    /**
     * Registers a person and returns the id. The database decides about duplicates, so that no race makes two of one; the
     * refusal never says whose the CPF or e-mail is.
     */
    public long register(NewPerson person) {
        var password = person.password();
        if (password != null && password.length() < PasswordRules.SHORTEST) {
            throw RuleViolation.of("password", "accounts.password.short", PasswordRules.SHORTEST);
        }
        return registrar.register(person, password == null ? null : passwords.hash(password));
    }

    /** Corrects what the person may correct without being asked to prove it: the name and the phone. */
    public void correct(Person person, String name, @Nullable Phone phone) {
        em.find(Account.class, person.id()).correct(name, phone);
    }

    /** Remembers how the person wants the pages to look, in every browser. */
    public void setTheme(Person person, Theme theme) {
        em.find(Account.class, person.id()).show(theme);
    }

    /** How the person wants the pages to look. */
    public Theme theme(Person person) {
        return em.find(Account.class, person.id()).theme();
    }

    /** Ends every session and forgets every remembered device of the person, this one included. */
    public void signOutEverywhere(Person person) {
        em.find(Account.class, person.id()).endSessions();
        em.createNativeQuery("delete from accounts_device where person_id = ?1")
                .setParameter(1, person.id())
                .executeUpdate();
    }
}
