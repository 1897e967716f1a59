package org.guiche.support;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Listens to what a thread sends to the database. How the units are kept in memory for everybody is left out: they are looked
 * at once a second by whoever comes by then.
 */
public final class Statements extends AbstractSessionLog {

    private static final String KEPT_FOR_EVERYBODY = "org.guiche.units.Picture";

    private final List<String> heard = new ArrayList<>();
    private final Thread thread = Thread.currentThread();
    private final SessionLog quiet;

    private Statements(SessionLog quiet) {
        this.quiet = quiet;
    }

    /** What came of it, and the statements that it took, without their values. */
    public record Counted<T>(T result, List<String> statements) {}

    /** Does it and listens meanwhile. */
    public static <T> Counted<T> counting(EntityManager em, Callable<T> what) throws Exception {
        var session = em.getEntityManagerFactory().unwrap(ServerSession.class);
        var before = session.getSessionLog();
        var listening = new Statements(before);
        session.setSessionLog(listening);
        try {
            return new Counted<>(what.call(), List.copyOf(listening.heard));
        } finally {
            session.setSessionLog(before);
        }
    }

    @Override
    public boolean shouldLog(int level, String category) {
        return SessionLog.SQL.equals(category) || quiet.shouldLog(level, category);
    }

    @Override
    public void log(SessionLogEntry entry) {
        if (!SessionLog.SQL.equals(entry.getNameSpace())) {
            quiet.log(entry);
        } else if (Thread.currentThread() == thread && !isForEverybody()) {
            heard.add(entry.getMessage()
                    .lines()
                    .filter(line -> !line.contains("bind => ["))
                    .collect(Collectors.joining(" ")));
        }
    }

    private static boolean isForEverybody() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(KEPT_FOR_EVERYBODY)));
    }
}
