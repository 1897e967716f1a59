package org.guiche.tickets;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Repeating;

/** Reckons deadlines again where that is asked for, apart from {@link Timekeeper}: what is due meanwhile does not wait for it. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class Recounter {

    private static final Logger LOG = Logger.getLogger(Recounter.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource
    SessionContext context;

    @Inject
    Repeating repeating;

    @EJB
    Recounting recounting;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-recount", context.getBusinessObject(Recounter.class)::look);
    }

    /** A look every other second, which goes on until all is done. It never throws, however the database is. */
    public void look() {
        try {
            while (recounting.step()) {
                LOG.finest("more tickets may have to be reckoned again");
            }
        } catch (EJBException | BusinessException e) {
            LOG.log(Level.SEVERE, "what must be reckoned again waits for the next look", e);
        }
    }
}
