package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Erasure;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.ErasurePlan.Wait;
import org.guiche.accounts.PersonalRecords;
import org.guiche.channels.Letters;
import org.guiche.shared.Email;
import org.guiche.shared.Idempotency;

/**
 * The steps by which what was granted is done, each a transaction of its own: what a crash interrupts was not begun, and is done by the
 * next look of any node.
 */
@Stateless
public class RequestWork {

    /** How long a copy may be downloaded. */
    static final Duration DOWNLOAD = Duration.ofDays(7);

    /** Longer than any copy takes: whoever began it earlier is not at it any more. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    RequestTable table;

    @EJB
    Erasure erasure;

    @EJB
    PersonalRecords records;

    @EJB
    Idempotency answers;

    @EJB
    AuditTrail audit;

    @EJB
    Letters letters;

    /** What is to be done now. */
    public List<Long> toDo() {
        return table.toDo(Days.today(clock), clock.instant().minus(PATIENCE));
    }

    /** Takes a request for this node; nothing where another one has it. */
    public Optional<DataRequest> begin(long id) {
        var taken = em.createNativeQuery("""
                        update privacy_request set tried_at = ?2, attempts = attempts + 1
                        where id = ?1 and state in ('APPROVED', 'WAITING') and (tried_at is null or tried_at < ?3)""")
                .setParameter(1, id)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return taken == 0 ? Optional.empty() : table.find(id);
    }

    /** A copy is written: the person may download it, and is told so. */
    public void ready(DataRequest request, UUID file, long size) {
        em.createNativeQuery("""
                        update privacy_request set state = 'DONE', done_at = ?2, file = cast(?3 as uuid), size = ?4, expires_at = ?5
                        where id = ?1""")
                .setParameter(1, request.id())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, file.toString())
                .setParameter(4, size)
                .setParameter(5, clock.instant().plus(DOWNLOAD).atOffset(ZoneOffset.UTC))
                .executeUpdate();
        var person = records.of(request.personId());
        if (person.active() && request.isOwn()) {
            letters.write("PRIVACY", new Email(person.email()), "privacy.mail.ready.", "/privacy/mydata");
        }
    }

    /** Erases, or says what has to be waited for. */
    public void erase(DataRequest request) {
        var plan = erasure.plan(request.personId());
        if (plan.waits().isEmpty()) {
            erase(request, plan);
        } else {
            wait(request, plan.waits());
        }
    }

    /** With the person goes what was asked: the words of the request, and answers of the API that are kept for a while. */
    private void erase(DataRequest request, ErasurePlan plan) {
        answers.forget(plan.traces().own());
        erasure.erase(request.personId());
        em.createNativeQuery("""
                        update privacy_request set note = '', reason = shared_redacted(reason, ?3),
                            state = case when state in ('DONE', 'REFUSED') then state when id = ?2 then 'DONE' else 'REFUSED' end,
                            done_at = case when id = ?2 then cast(?4 as timestamptz) else done_at end,
                            waits_for = case when id = ?2 then null else waits_for end,
                            waits_until = case when id = ?2 then null else waits_until end
                        where person_id = ?1""")
                .setParameter(1, request.personId())
                .setParameter(2, request.id())
                .setParameter(3, plan.traces().own())
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit.record(
                null,
                Audited.of(AuditSubject.PERSON, request.personId(), "privacy.audit.erased")
                        .to(Map.of("request", request.id())));
    }

    /** The latest day, or nothing where one of the reasons has none: then it is looked at again and again. */
    private void wait(DataRequest request, List<Wait> waits) {
        var endless = waits.stream().filter(wait -> wait.until() == null).findFirst();
        var why = endless.orElseGet(
                () -> waits.stream().max(Comparator.comparing(RequestWork::end)).orElseThrow());
        em.createNativeQuery("""
                        update privacy_request set state = 'WAITING', waits_for = ?2, waits_until = cast(?3 as date), tried_at = ?4, attempts = 0
                        where id = ?1""")
                .setParameter(1, request.id())
                .setParameter(2, why.key())
                .setParameter(3, why.until() == null ? null : why.until().toString())
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private static LocalDate end(Wait wait) {
        return wait.until() == null ? LocalDate.MAX : wait.until();
    }

    /** Copies whose time is over. */
    public List<DataRequest> expired() {
        return table.expired(clock.instant());
    }

    /** That copy is no more. */
    public void forgetCopy(long id) {
        em.createNativeQuery("update privacy_request set file = null, size = null where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }
}
