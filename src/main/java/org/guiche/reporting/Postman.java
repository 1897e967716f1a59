package org.guiche.reporting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Repeating;
import org.guiche.shared.TooMany;

/** Looks twice a minute which reports are to be sent. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Resource
    SessionContext context;

    @Inject
    Repeating repeating;

    @EJB
    Mailing mailing;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-report-mails", context.getBusinessObject(Postman.class)::look);
    }

    /** The look: one that cannot be sent keeps no other. */
    public void look() {
        mailing.due().forEach(this::send);
    }

    private void send(long id) {
        try {
            mailing.send(id);
        } catch (TooMany e) {
            LOG.log(Level.FINE, e, () -> "the report " + id + " waits for the next look");
        } catch (AccessDenied e) {
            LOG.log(Level.FINE, e, () -> "the report " + id + " is not its reader's any more");
            mailing.end(id);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "the report " + id + " could not be sent");
            mailing.failed(id);
        }
    }
}
