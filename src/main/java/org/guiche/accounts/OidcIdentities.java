package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/** Who is whom: subjects of providers, and the accounts that their claims may belong to. A subject is one person's. */
@Dependent
class OidcIdentities {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** An account that a claim belongs to. */
    record Match(long personId, boolean active, boolean hasPassword, String email) {}

    /** Whose subject it is, at exactly that provider; it was seen now. */
    Optional<Long> seen(OidcClaims claims) {
        List<?> ids = em.createNativeQuery("""
                        update accounts_identity set seen_at = ?3 where issuer = ?1 and subject = ?2 returning person_id""")
                .setParameter(1, claims.issuer())
                .setParameter(2, claims.subject())
                .setParameter(3, now())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    /** Makes it that person's. Refuses where it is another's by now. */
    void link(OidcClaims claims, long personId) {
        em.createNativeQuery("""
                        insert into accounts_identity (issuer, subject, person_id, linked_at, seen_at)
                        values (?1, ?2, ?3, ?4, ?4) on conflict do nothing""")
                .setParameter(1, claims.issuer())
                .setParameter(2, claims.subject())
                .setParameter(3, personId)
                .setParameter(4, now())
                .executeUpdate();
        if (seen(claims).filter(id -> id == personId).isEmpty()) {
            throw new OidcRefused(OidcRefusal.CONFLICT, "linked to somebody else meanwhile");
        }
    }

    /** Takes it back; whether there was one. */
    boolean unlink(long personId, String issuer, String subject) {
        return em.createNativeQuery(
                                "delete from accounts_identity where person_id = ?1 and issuer = ?2 and subject = ?3")
                        .setParameter(1, personId)
                        .setParameter(2, issuer)
                        .setParameter(3, subject)
                        .executeUpdate()
                == 1;
    }

    /** Those of a person. */
    List<LinkedIdentity> of(long personId) {
        List<?> rows = em.createNativeQuery("""
                        select issuer, subject, linked_at, seen_at from accounts_identity where person_id = ?1
                        order by linked_at, issuer, subject""").setParameter(1, personId).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new LinkedIdentity(
                        (String) row[0],
                        (String) row[1],
                        ((Timestamp) row[2]).toInstant(),
                        ((Timestamp) row[3]).toInstant()))
                .toList();
    }

    /** The accounts with that CPF or one of those addresses. */
    List<Match> matches(@Nullable Cpf cpf, @Nullable Email told, @Nullable Email proved) {
        List<?> rows = em.createNativeQuery("""
                        select id, active, password_hash is not null, email from accounts_person
                        where cpf = cast(?1 as text) or email in (cast(?2 as text), cast(?3 as text)) order by id""")
                .setParameter(1, cpf == null ? null : cpf.digits())
                .setParameter(2, told == null ? null : told.address())
                .setParameter(3, proved == null ? null : proved.address())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row ->
                        new Match(((Number) row[0]).longValue(), (Boolean) row[1], (Boolean) row[2], (String) row[3]))
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
