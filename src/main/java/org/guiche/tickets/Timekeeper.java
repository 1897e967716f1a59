package org.guiche.tickets;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.AccessTimeout;
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
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Repeating;
import org.guiche.shared.Texts;

/**
 * Looks every other second for what is due, on every node. What fails is tried again on its own, a minute later and five times at
 * most, and never keeps the others.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@AccessTimeout(value = 10, unit = TimeUnit.MINUTES)
public class Timekeeper {

    private static final Logger LOG = Logger.getLogger(Timekeeper.class.getName());

    private static final int LONGEST_WHY = 300;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource
    SessionContext context;

    @Inject
    Repeating repeating;

    @EJB
    TimerPass pass;

    @EJB
    TriageRounds rounds;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-timers", context.getBusinessObject(Timekeeper.class)::look);
    }

    /** The look. It never throws, however the database is. */
    public void look() {
        try {
            fire();
            pass.failedIds().forEach(this::one);
        } catch (EJBException | BusinessException e) {
            LOG.log(Level.SEVERE, "what is due waits for the next look", e);
        }
    }

    /** Does everything that is due now, the oldest first. */
    public void fire() {
        while (some() > 0) {
            LOG.finest("more may be due");
        }
        rounds.look();
    }

    private int some() {
        try {
            return pass.some();
        } catch (EJBException | BusinessException e) {
            LOG.log(Level.FINE, "one of these timers fails", e);
            var ids = pass.ids();
            ids.forEach(this::one);
            return ids.size();
        }
    }

    private void one(long id) {
        try {
            pass.one(id);
        } catch (EJBException | BusinessException e) {
            LOG.log(Level.SEVERE, e, () -> "timer " + id + " failed");
            pass.failed(id, why(e));
        }
    }

    /** The sentence of a refusal, else the first line of what went wrong. */
    private static String why(Exception failure) {
        Throwable cause = failure;
        while (!(cause instanceof BusinessException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        var words = cause instanceof BusinessException refusal
                ? Texts.get(refusal.key(), refusal.args())
                : cause.toString().lines().findFirst().orElse("");
        return words.length() <= LONGEST_WHY ? words : words.substring(0, LONGEST_WHY - 1) + "…";
    }
}
