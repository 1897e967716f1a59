package org.guiche.accounts;

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

/** Answers what is asked for by those who are not signed in, a moment after they asked, on every node. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountDesk {

    private static final Logger LOG = Logger.getLogger(AccountDesk.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Resource
    SessionContext context;

    @Inject
    Repeating repeating;

    @EJB
    AccountAnswers answers;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-accounts", context.getBusinessObject(AccountDesk.class)::look);
    }

    /** Answers all that waits; what fails is tried again at the next look, five times, and never keeps the others. */
    public void look() {
        answers.waiting().forEach(this::one);
    }

    private void one(long id) {
        try {
            answers.answer(id);
        } catch (EJBException | BusinessException e) {
            LOG.log(Level.SEVERE, e, () -> "request " + id + " failed");
            answers.failed(id);
        }
    }
}
