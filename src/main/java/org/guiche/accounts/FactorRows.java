package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What is kept of second factors, each change in a transaction of its own; the database decides who of two was first. */
@Stateless
public class FactorRows {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<AccountMail> mails;

    @Inject
    AuditTrail audit;

    /** A factor: its sealed secret, and since when it counts. */
    record Kept(String secret, @Nullable Instant confirmedAt) {}

    /** The person's, counting or only begun. */
    public Optional<Kept> kept(long personId) {
        List<?> rows = query("select secret, confirmed_at from accounts_factor where person_id = ?1", personId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .findFirst()
                .map(row -> new Kept((String) row[0], instant(row[1])));
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value == null ? null : ((Timestamp) value).toInstant();
    }

    /** How many recovery codes are left. */
    public int codesLeft(long personId) {
        return ((Number) query("select count(*) from accounts_recovery_code where person_id = ?1", personId)
                        .getSingleResult())
                .intValue();
    }

    /** Whether a code is asked for: the factor counts, and that device is not excused from it now. */
    public boolean asks(long personId, @Nullable String deviceToken) {
        return !query("""
                        select 1 from accounts_factor f where f.person_id = ?1 and f.confirmed_at is not null and not exists (
                            select 1 from accounts_device d where d.hash = ?2 and d.person_id = ?1 and d.factor_until > ?3)""", personId)
                .setParameter(2, Secrets.hash(deviceToken == null ? "" : deviceToken))
                .setParameter(3, now())
                .getResultList()
                .isEmpty();
    }

    /** A secret that does not count yet, in the place of another such. Refuses where one counts already. */
    public void begin(long personId, String secret) {
        var written = query("""
                        insert into accounts_factor (person_id, secret) values (?1, ?2)
                        on conflict (person_id) do update set secret = ?2, last_step = 0
                        where accounts_factor.confirmed_at is null""", personId).setParameter(2, secret).executeUpdate();
        if (written == 0) {
            throw new RuleViolation("accounts.factor.on-already");
        }
    }

    /** From now on it counts, on every device. Refuses where it does already, or was begun anew since that secret. */
    public void confirm(long personId, String secret, long step, Map<String, String> codes) {
        var confirmed = query("""
                        update accounts_factor set confirmed_at = ?2, last_step = ?3
                        where person_id = ?1 and confirmed_at is null and secret = ?4""", personId)
                .setParameter(2, now())
                .setParameter(3, step)
                .setParameter(4, secret)
                .executeUpdate();
        if (confirmed == 0) {
            throw new RuleViolation("accounts.factor.on-already");
        }
        replaceCodes(personId, codes);
    }

    /** The code of that step was used, unless it or a later one was before: each opens once. */
    public boolean use(long personId, long step, String secret) {
        return query("""
                        update accounts_factor set last_step = ?2, secret = ?3
                        where person_id = ?1 and last_step < ?2 and confirmed_at is not null""", personId)
                        .setParameter(2, step)
                        .setParameter(3, secret)
                        .executeUpdate()
                == 1;
    }

    /** The hash of the recovery code with that beginning. */
    public Optional<String> recovery(long personId, String selector) {
        List<?> rows = query("select hash from accounts_recovery_code where person_id = ?1 and selector = ?2", personId)
                .setParameter(2, selector)
                .getResultList();
        return rows.stream().map(String::valueOf).findFirst();
    }

    /** That recovery code was used, unless it was before. */
    public boolean useRecovery(long personId, String selector) {
        return query("delete from accounts_recovery_code where person_id = ?1 and selector = ?2", personId)
                        .setParameter(2, selector)
                        .executeUpdate()
                == 1;
    }

    /** Other recovery codes; the former ones open nothing more. */
    public void replaceCodes(long personId, Map<String, String> codes) {
        query("delete from accounts_recovery_code where person_id = ?1", personId)
                .executeUpdate();
        codes.forEach((selector, hash) -> query(
                        "insert into accounts_recovery_code (person_id, selector, hash) values (?1, ?2, ?3)", personId)
                .setParameter(2, selector)
                .setParameter(3, hash)
                .executeUpdate());
    }

    /** The person signs in with the password alone again, and is told so by mail. */
    public void end(Person person) {
        remove(person.id());
        mails.fire(AccountMail.notice(AccountMail.Kind.FACTOR_OFF, new Email(person.email())));
    }

    /** The same at an administrator's hand: every session and every remembered device ends with it. */
    public void reset(Person administrator, long personId, String reason) {
        var account = em.find(Account.class, personId, LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            throw new NotFound("accounts.person.not-found");
        }
        if (remove(personId) == 0) {
            throw new RuleViolation("accounts.factor.none");
        }
        account.endSessions();
        query("delete from accounts_device where person_id = ?1", personId).executeUpdate();
        audit.record(
                administrator,
                Audited.of(AuditSubject.PERSON, personId, "accounts.audit.factor-reset")
                        .because(reason));
        mails.fire(AccountMail.notice(AccountMail.Kind.FACTOR_RESET, new Email(account.email())));
    }

    private int remove(long personId) {
        query("update accounts_device set factor_until = null where person_id = ?1", personId)
                .executeUpdate();
        return query("delete from accounts_factor where person_id = ?1 and confirmed_at is not null", personId)
                .executeUpdate();
    }

    private Query query(String sql, long personId) {
        return em.createNativeQuery(sql).setParameter(1, personId);
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
