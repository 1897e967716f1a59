package org.guiche.partners;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Repeating;
import org.guiche.shared.Sweeping;

/** Looks after contracts whose end comes, on every node, and forgets requests that nobody confirmed. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class ContractDesk {

    private static final Logger LOG = Logger.getLogger(ContractDesk.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Resource
    SessionContext context;

    @Inject
    Repeating repeating;

    @EJB
    ContractNotices notices;

    @Inject
    Sweeping sweeping;

    @Inject
    Clock clock;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-contracts", context.getBusinessObject(ContractDesk.class)::look);
    }

    /** Tells what there is to tell; one that fails is tried again at the next look and keeps no other. */
    public void look() {
        notices.waiting().forEach(this::one);
    }

    private void one(long contract) {
        try {
            notices.tell(contract);
        } catch (EJBException | BusinessException e) {
            LOG.log(Level.SEVERE, e, () -> "the notice of contract " + contract + " failed");
        }
    }

    /** Every hour. The files that came with them go the same way (ADR 17). */
    @Schedule(hour = "*", minute = "7", persistent = false)
    public void forget() {
        sweeping.sweep(
                "partners_request",
                "contract_id is null and asked_at < ?1",
                clock.instant().minus(AccessRequests.LIFE));
    }
}
