package org.guiche.support;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.Person;

/** The people of the demo, by the names that tests know them by, with the rights that they have now. */
@Dependent
public class People {

    @PersistenceContext
    EntityManager em;

    @Inject
    org.guiche.accounts.People people;

    /** A partner user of Agência Mirante, who serves Casa Jatobá, Loja Araçá and Empório Caiçara. */
    public Person marina() {
        return of("marina@mirante.example");
    }

    /** A partner user of Agência Aroeira, who serves others. */
    public Person paulo() {
        return of("paulo@aroeira.example");
    }

    /** The manager of Casa Jatobá. */
    public Person joana() {
        return of("joana@jatoba.example");
    }

    /** A requester of Casa Jatobá. */
    public Person bruno() {
        return of("bruno@jatoba.example");
    }

    /** A requester of Loja Araçá. */
    public Person carla() {
        return of("carla@araca.example");
    }

    /** An agent of Marketing and Suporte. */
    public Person rafael() {
        return of("rafael@guiche.example");
    }

    /** An agent of Produto. */
    public Person igor() {
        return of("igor@guiche.example");
    }

    /** An agent of Envio, and the supervisor of Financeiro alone. */
    public Person otavio() {
        return of("otavio@guiche.example");
    }

    /** A supervisor of all sectors. */
    public Person talita() {
        return of("talita@guiche.example");
    }

    /** The administrator. */
    public Person admin() {
        return of("admin@guiche.example");
    }

    /** Whoever has that address. */
    public Person of(String email) {
        return people.get(em.createQuery("select a.id from Account a where a.email = :email", Long.class)
                .setParameter("email", email)
                .getSingleResult());
    }

    /** The id of a company of the demo. */
    public long company(String name) {
        return number("select id from partners_company where name = ?1", name);
    }

    /** The id of a project of the demo. */
    public long project(String name) {
        return number("select id from partners_project where name = ?1", name);
    }

    private long number(String sql, String name) {
        return ((Number) em.createNativeQuery(sql).setParameter(1, name).getSingleResult()).longValue();
    }
}
