package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.BusinessException;
import org.guiche.units.Units;

/** Measures all units every quarter of an hour, each in a transaction of its own; two nodes that do so write the same. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MeasuringTimer {

    private static final Logger LOG = Logger.getLogger(MeasuringTimer.class.getName());

    @EJB
    Measuring measuring;

    @Inject
    Units units;

    /** Measures. It never throws, however the database is: a schedule that fails twice is taken away by the server. */
    @Schedule(hour = "*", minute = "7/15", persistent = false)
    public void measure() {
        try {
            units.all().forEach(unit -> measuring.measure(unit.id()));
        } catch (EJBException | BusinessException e) {
            LOG.log(Level.SEVERE, "what units publish is measured later", e);
        }
    }
}
