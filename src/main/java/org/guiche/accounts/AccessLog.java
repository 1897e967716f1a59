package org.guiche.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.Repeating;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who of the staff read whose data (Marco Civil, art. 15; LGPD, art. 46). Whoever reads waits for nothing and is refused
 * nothing by it: what is read is put into a line in memory, and written a moment later with all that came meanwhile, once an hour for
 * the same reader, person and kind. The line is bounded; where it is full, that is said in the server's log.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessLog.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST = 20_000;
    private static final int AT_ONCE = 500;
    private static final int REMEMBERED = 20_000;

    private final BlockingQueue<Access> line = new ArrayBlockingQueue<>(LONGEST);
    private final LatelyRead lately = new LatelyRead(REMEMBERED);

    @Resource
    SessionContext context;

    @Inject
    Repeating repeating;

    @Inject
    Clock clock;

    @EJB
    AccessRecords records;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-access", context.getBusinessObject(AccessLog.class)::write);
    }

    /** That person reads something of the subject. Of oneself, and of what is no person's, nothing is written. */
    public void read(Person reader, long subjectId, AccessKind kind) {
        read(reader, subjectId, kind, null);
    }

    /** The same of each of them, as a list shows them. */
    public void readAll(Person reader, Collection<Long> subjects, AccessKind kind) {
        subjects.forEach(subject -> read(reader, subject, kind));
    }

    /** The same, of a ticket of the subject. */
    public void readTicket(Person reader, long subjectId, long ticketId) {
        read(reader, subjectId, AccessKind.TICKET, ticketId);
    }

    /** The same, of a file of that ticket. */
    public void readFile(Person reader, long subjectId, long ticketId) {
        read(reader, subjectId, AccessKind.FILE, ticketId);
    }

    private void read(Person reader, long subjectId, AccessKind kind, @Nullable Long ticketId) {
        var access = new Access(reader.id(), subjectId, kind, ticketId, clock.instant());
        if (reader.isStaff() && reader.id() != subjectId && lately.isNew(access)) {
            enqueue(access);
        }
    }

    private void enqueue(Access access) {
        if (!line.offer(access)) {
            lately.forget(access);
            LOG.severe(() -> "access not written: reader " + access.readerId() + " subject " + access.subjectId() + " "
                    + access.kind());
        }
    }

    /** Writes what waits. What cannot be written is kept for the next time, as far as there is room. */
    public void write() {
        var batch = new ArrayList<Access>();
        while (line.drainTo(batch, AT_ONCE) > 0) {
            try {
                records.add(batch);
            } catch (EJBException e) {
                LOG.log(Level.SEVERE, e, () -> batch.size() + " accesses wait to be written");
                batch.forEach(this::enqueue);
                return;
            }
            batch.clear();
        }
    }

    @PreDestroy
    void end() {
        write();
    }
}
