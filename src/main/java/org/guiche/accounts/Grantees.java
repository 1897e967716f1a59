package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * Those who hold a right by contract: whom a CPF belongs to, the way in, the terms, and the end of it (S0-24 to S0-26). For the module
 * that keeps the contracts, which sees to it that only administrators ask.
 */
@Stateless
public class Grantees {

    private static final String COLUMNS = """
            select p.id, p.name, p.email, p.active, p.password_hash is not null,
                exists (select 1 from accounts_role r where r.person_id = p.id),
                (select string_agg(distinct g.name, E'\\n') from accounts_membership m join accounts_group g on g.id = m.group_id
                    where m.person_id = p.id and g.kind <> 'STAFF'
                        and m.valid_from <= ?2 and (m.valid_until is null or m.valid_until > ?2))
            from accounts_person p where\s""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MailedLinks links;

    @Inject
    Groups groups;

    @Inject
    Event<AccessEnded> ended;

    /** Whoever has that CPF, also who may not act any more. */
    public Optional<Grantee> find(Cpf cpf) {
        return one("p.cpf = ?1", cpf.digits());
    }

    /** The person of that id. */
    public Grantee get(long id) {
        return one("p.id = ?1", id).orElseThrow();
    }

    private Optional<Grantee> one(String condition, Object value) {
        List<?> rows = em.createNativeQuery(COLUMNS + condition)
                .setParameter(1, value)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> grantee((Object[]) row)).findFirst();
    }

    private static Grantee grantee(Object[] row) {
        return new Grantee(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (Boolean) row[3],
                (Boolean) row[5],
                (Boolean) row[4],
                row[6] == null ? List.of() : Arrays.asList(((String) row[6]).split("\n", -1)));
    }

    /** Whether the person belongs to that group now. */
    public boolean belongs(long id, long groupId) {
        return (Boolean) em.createNativeQuery("""
                        select exists (select 1 from accounts_membership where person_id = ?1 and group_id = ?2
                            and valid_from <= ?3 and (valid_until is null or valid_until > ?3))""")
                .setParameter(1, id)
                .setParameter(2, groupId)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    /** The CPF of that person, masked; empty where none is known. */
    public String maskedCpf(long id) {
        List<?> found = em.createNativeQuery("select cpf from accounts_person where id = ?1 and cpf is not null")
                .setParameter(1, id)
                .getResultList();
        return found.isEmpty() ? "" : new Cpf((String) found.get(0)).masked();
    }

    /** Where the administrators are reached. */
    public List<Email> administrators() {
        List<?> rows = em.createNativeQuery("""
                        select p.email from accounts_person p join accounts_role r on r.person_id = p.id
                        where p.active and r.role = 'ADMINISTRATOR' order by p.id""").getResultList();
        return rows.stream().map(row -> new Email((String) row)).toList();
    }

    /** The secret of a link with which the person chooses the first password; null for who has one. */
    public @Nullable String invitation(long id) {
        return get(id).hasPassword() ? null : links.toInvite(id);
    }

    /** The person sees all of the group in these terms, and in no others. */
    public void setTerms(long id, long groupId, List<Term> terms) {
        groups.leave(id, groupId);
        terms.forEach(term -> groups.grant(id, groupId, term));
    }

    /** The person belongs to no group any more, at once. What comes next is the caller's business. */
    public void leaveAll(long id) {
        em.createNativeQuery("delete from accounts_membership where person_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** What the person was let in with ends: every session, every token, every open page. Whoever may sign in still, may again. */
    public void end(long id) {
        em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE).endSessions();
        em.createNativeQuery("update accounts_token set revoked_at = ?2 where person_id = ?1 and revoked_at is null")
                .setParameter(1, id)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        ended.fire(new AccessEnded(id));
    }
}
