package org.guiche.privacy;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Repeating;

/** Does what was granted, on every node, a moment later or on the day until which it has to wait. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class PrivacyDesk {

    private static final Logger LOG = Logger.getLogger(PrivacyDesk.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Resource
    SessionContext context;

    @Inject
    Repeating repeating;

    @EJB
    RequestWork work;

    @Inject
    CopyWriter writer;

    @Inject
    CopyStore store;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-privacy", context.getBusinessObject(PrivacyDesk.class)::look);
    }

    /** Does all that is due, each on its own: what fails is tried again later, and keeps nobody else waiting. */
    public void look() {
        work.toDo().forEach(this::one);
        work.expired().forEach(this::forget);
    }

    private void one(long id) {
        try {
            work.begin(id).ifPresent(this::done);
        } catch (EJBException | BusinessException | UncheckedIOException e) {
            LOG.log(Level.SEVERE, e, () -> "request " + id + " about personal data is tried again in a while");
        }
    }

    private void done(DataRequest request) {
        if (request.kind() == RequestKind.ERASURE) {
            work.erase(request);
            return;
        }
        try {
            var file = UUID.randomUUID();
            work.ready(request, file, store.write(file, out -> writer.write(request, out)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(DataRequest request) {
        var copy = request.copy();
        if (copy != null) {
            store.remove(UUID.fromString(copy.file()));
            work.forgetCopy(request.id());
        }
    }
}
