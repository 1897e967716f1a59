package org.guiche.partners;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guiche.shared.Kept;
import org.guiche.shared.RetentionSurvey;

/** Requests for access that were refused, or that nobody decided about, go after a while with their PDFs (ADR 35). */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ForgottenRequests {

    static final Kept REFUSED = Kept.of(
                    "partners_request",
                    "(select coalesce(c.decided_at, c.requested_at) from partners_contract c where c.id = partners_request.contract_id)",
                    365,
                    30)
            .where("contract_id in (select c.id from partners_contract c where c.status in ('REFUSED', 'REQUESTED'))")
            .ofPerson("person_id");

    @Inject
    RequestForgetting forgetting;

    /** Every hour. */
    @Schedule(hour = "*", minute = "51", persistent = false)
    public void forget() {
        for (var gone = RequestForgetting.AT_ONCE; gone == RequestForgetting.AT_ONCE; ) {
            gone = forgetting.some(REFUSED);
        }
    }

    /** What of it is kept how long. */
    public void surveyed(@Observes RetentionSurvey survey) {
        survey.of(REFUSED);
    }
}
