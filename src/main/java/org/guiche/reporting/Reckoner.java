package org.guiche.reporting;

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

/** Looks every ten seconds which tickets changed, so that reports are never a minute behind. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class Reckoner {

    private static final Logger LOG = Logger.getLogger(Reckoner.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Resource
    SessionContext context;

    @Inject
    Repeating repeating;

    @EJB
    Reckoning reckoning;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-reports", context.getBusinessObject(Reckoner.class)::look);
    }

    /** The look, which goes on until all is done. It never throws, however the database is. */
    public void look() {
        try {
            while (reckoning.step() || reckoning.recount() || reckoning.pack()) {
                LOG.finest("more tickets may have changed");
            }
        } catch (EJBException | BusinessException e) {
            LOG.log(Level.SEVERE, "reports wait for the next look", e);
        }
    }
}
