package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.KeptState;
import org.guiche.shared.Retention;

/** How long which data is kept, for those who answer for it: how it stands, a trial of something else, and that something else. */
@Stateless
public class Periods {

    @EJB
    Retention retention;

    @EJB
    AuditTrail audit;

    /** Every kind: how long it is kept, how many there are, and how many go at the next sweep. */
    public List<KeptState> all(Person by) {
        PrivacyAccess.requireDecider(by);
        return retention.survey();
    }

    /** What would go if it were so many days. Changes nothing. Refuses fewer than the law wants. */
    public KeptState trial(String kind, int days, Person by) {
        PrivacyAccess.requireDecider(by);
        return retention.trial(kind, days);
    }

    /** From now on there is none. Refuses a kind that has to go some time. */
    public void keepForGood(String kind, Person by) {
        PrivacyAccess.requireDecider(by);
        retention.keepForGood(kind);
        audit.record(
                by,
                Audited.of(AuditSubject.PRIVACY, 0, "privacy.audit.period.none").to(Map.of("kind", kind)));
    }

    /** From now on it is so many days. */
    public void keep(String kind, int days, Person by) {
        PrivacyAccess.requireDecider(by);
        retention.keep(kind, days, by.id());
        audit.record(
                by, Audited.of(AuditSubject.PRIVACY, 0, "privacy.audit.period").to(Map.of("kind", kind, "days", days)));
    }
}
