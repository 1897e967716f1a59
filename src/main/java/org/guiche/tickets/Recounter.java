package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.BusinessException;

/** Reckons deadlines again where that is asked for, apart from {@link Timekeeper}: what is due meanwhile does not wait for it. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Recounter {

    private static final Logger LOG = Logger.getLogger(Recounter.class.getName());

    @EJB
    Recounting recounting;

    /** A look every other second, which goes on until all is done. It never throws, however the database is. */
    @Schedule(hour = "*", minute = "*", second = "1/2", persistent = false)
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
