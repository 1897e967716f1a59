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
import org.guiche.shared.SqlArray;
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

    /** The same; until the transaction ends nobody takes away who that is, nor the rights. */
    public Optional<Person> held(long id) {
        em.createNativeQuery("select id from accounts_person where id = ?1 for share")
                .setParameter(1, id)
                .getResultList();
        return find(id);
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

    /** The first of them, by name, whose names or addresses have words that begin like those; nobody where there are no words. */
    public List<Person> members(Collection<Long> groups, String words, int most) {
        return groups.isEmpty() || words.isBlank()
                ? List.of()
                : queries.members(groups, PeopleQuery.beginnings(words), most, clock.instant());
    }

    /** The versions of those of these people who may act, by id, in one query: under another one are other data or other roles. */
    public Map<Long, Integer> versions(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = em.createNativeQuery(
                        "select id, version from accounts_person where active and id = any(cast(?1 as bigint[]))")
                .setParameter(1, SqlArray.of(ids))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).intValue()));
    }

    /** Whoever works on tickets here now, by name: whichever way the role came, and not who only reads. */
    public List<Person> staff() {
        return queries.staff(clock.instant());
    }

    /** The names of these people by id, in one query; unknown ids are left out. */
    public Map<Long, String> names(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = em.createQuery(
                        "select a.id, coalesce(a.socialName, a.name) from Account a where a.id in :ids", Object[].class)
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

    /**
     * The addresses by id of those among the members who are supervisors of the installation, and of those who were named, as far as
     * they work here.
     */
    public Map<Long, String> supervisors(Collection<Long> members, Collection<Long> named) {
        List<?> rows = em.createNativeQuery("""
                        select distinct p.id, p.email from accounts_person p join accounts_role r on r.person_id = p.id
                        where p.active and (r.role = 'SUPERVISOR' and p.id = any(cast(?1 as bigint[]))
                            or r.role <> 'DATA_OFFICER' and p.id = any(cast(?2 as bigint[]))) order by p.id""")
                .setFlushMode(FlushModeType.COMMIT) // people do not change on the way
                .setParameter(1, SqlArray.of(members))
                .setParameter(2, SqlArray.of(named))
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

    /** Corrects what the person may correct without being asked to prove it: the names and the phone. */
    public void correct(Person person, Naming naming, @Nullable Phone phone) {
        em.find(Account.class, person.id()).correct(naming, phone);
    }

    /** The same for what the person is called, be that the social name or the one on the documents. */
    public void correct(Person person, String shown, @Nullable Phone phone) {
        var account = em.find(Account.class, person.id());
        account.correct(account.naming().shownAs(shown), phone);
    }

    /** The name on the person's documents, and the social name, if there is one. */
    public Naming naming(Person person) {
        return em.find(Account.class, person.id()).naming();
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
