package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonalRecords;
import org.guiche.channels.Letters;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;

/** Says yes or no to what was asked about somebody's data, with the reason that the law wants (LGPD, art. 18, § 4). */
@Stateless
public class Decisions {

    private static final int LONGEST = 2000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    RequestTable table;

    @EJB
    AuditTrail audit;

    @EJB
    PersonalRecords records;

    @EJB
    Letters letters;

    /** Grants it: an erasure is done by itself from then on, a correction has been made. Refuses without a reason, and twice. */
    public DataRequest approve(long id, String reason, Person by) {
        var request = open(id, by);
        var erases = request.kind() == RequestKind.ERASURE;
        decide(request, erases ? RequestState.APPROVED : RequestState.DONE, reason, by);
        if (!erases) {
            tell(request, "corrected");
        }
        return table.get(id);
    }

    /** Refuses it, and tells the person. */
    public DataRequest refuse(long id, String reason, Person by) {
        var request = open(id, by);
        decide(request, RequestState.REFUSED, reason, by);
        tell(request, "refused");
        return table.get(id);
    }

    private DataRequest open(long id, Person by) {
        PrivacyAccess.requireDecider(by);
        var request = table.hold(id).orElseThrow(() -> new NotFound("privacy.request.not-found"));
        if (request.state() != RequestState.OPEN) {
            throw new RuleViolation("privacy.request.decided");
        }
        return request;
    }

    private void decide(DataRequest request, RequestState state, String typed, Person by) {
        var reason = typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw RuleViolation.of("reason", "privacy.reason", LONGEST);
        }
        em.createNativeQuery("""
                        update privacy_request set state = ?2, reason = ?3, decided_by = ?4, decided_at = ?5,
                            done_at = case when ?2 = 'DONE' then cast(?5 as timestamptz) end where id = ?1""")
                .setParameter(1, request.id())
                .setParameter(2, state.name())
                .setParameter(3, reason)
                .setParameter(4, by.id())
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit.record(
                by,
                Audited.of(AuditSubject.PERSON, request.personId(), "privacy.audit.decided")
                        .to(Map.of(
                                "request", request.id(), "kind", request.kind().name(), "state", state.name())));
    }

    private void tell(DataRequest request, String what) {
        var person = records.of(request.personId());
        if (person.active() && request.isOwn()) {
            letters.write("PRIVACY", new Email(person.email()), "privacy.mail." + what + ".", "/privacy/mydata");
        }
    }
}
