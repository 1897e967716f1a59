package org.guiche.tickets.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.tickets.TicketChanged;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The line between the nodes: says on the database's channel {@code guiche_ticket} which tickets changed here, and hears there
 * what changed anywhere, this node included. It has a connection of its own and speaks at most ten times a second, because a
 * NOTIFY inside of a business transaction would let only one commit at a time (decision 0011). A cut line is tied again.
 */
final class ChangeFeed implements Runnable {

    static final String CHANNEL = "guiche_ticket";
    static final int PAUSE_MILLIS = 100;

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class.getName());
    private static final int MOST_PENDING = 5_000;
    private static final long LONGEST_REST_MILLIS = 10_000;

    /** Who wants to know. */
    interface Listener {

        /** These tickets changed. */
        void changed(Set<TicketChanged> changes);

        /** These people's sessions are over. */
        void ended(Set<Long> people);

        /** Nobody can say any more what changed. */
        void missed();
    }

    private final Callable<Connection> line;
    private final Listener listener;
    private final Map<Long, TicketChanged> pending = new ConcurrentHashMap<>();
    private final Set<Long> pendingEnds = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean tooMany;
    private long spokeAt = System.nanoTime();

    /** A feed over connections that this opens. */
    ChangeFeed(Callable<Connection> line, Listener listener) {
        this.line = line;
        this.listener = listener;
    }

    /** Says it to all nodes soon. */
    void tell(TicketChanged change) {
        if (pending.size() < MOST_PENDING) {
            pending.put(change.ticketId(), change);
        } else {
            tooMany = true;
        }
    }

    /** Says to all nodes soon that this person's sessions are over. */
    void tellEnd(long personId) {
        pendingEnds.add(personId);
    }

    /** Ends {@link #run} within a tenth of a second. */
    void stop() {
        end.countDown();
    }

    private boolean isEnded() {
        return end.getCount() == 0;
    }

    @Override
    public void run() {
        for (var cuts = 0; !isEnded(); cuts++) {
            try (var connection = line.call()) {
                begin(connection);
                if (cuts > 0) {
                    listener.missed();
                    cuts = 0;
                }
                talk(connection);
            } catch (Exception e) { // whatever the line or a listener does, the next try may be better
                LOG.log(Level.WARNING, "The line for live updates was cut; tying it again", e);
                rest(cuts);
            }
        }
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("set application_name = 'guiche live'");
            statement.execute("set synchronous_commit = off"); // nothing here outlives a crash anyway
            statement.execute("listen " + CHANNEL);
        }
    }

    private void talk(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (!isEnded()) {
            var wait = PAUSE_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - spokeAt);
            if (wait <= 0) {
                speak(connection);
                wait = PAUSE_MILLIS;
            }
            hear(postgres, (int) wait);
        }
    }

    private void speak(Connection connection) throws SQLException {
        spokeAt = System.nanoTime();
        if (pending.isEmpty() && pendingEnds.isEmpty() && !tooMany) {
            return;
        }
        var everything = tooMany;
        tooMany = false;
        var said = new ArrayList<>(pending.values());
        var ends = List.copyOf(pendingEnds);
        try (var statement = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            for (var text : texts(ends, everything ? null : said)) {
                statement.setString(1, text);
                statement.execute();
            }
        }
        ends.forEach(pendingEnds::remove);
        said.forEach(change -> pending.remove(change.ticketId(), change));
    }

    /** Ends come first: whoever is not here any more hears nothing of what is said after. */
    private static List<String> texts(List<Long> ends, @Nullable List<TicketChanged> said) {
        var texts = new ArrayList<>(ends.isEmpty() ? List.<String>of() : ChangeText.ended(ends));
        if (said == null) {
            texts.add(ChangeText.EVERYTHING);
        } else if (!said.isEmpty()) {
            texts.addAll(ChangeText.write(said));
        }
        return texts;
    }

    private void hear(PGConnection connection, int wait) throws SQLException {
        var heard = connection.getNotifications(wait);
        if (heard == null || heard.length == 0) {
            return;
        }
        var changes = new HashSet<TicketChanged>();
        for (var notification : heard) {
            var text = notification.getParameter();
            var ends = ChangeText.readEnded(text);
            if (!ends.isEmpty()) {
                listener.ended(Set.copyOf(ends));
            }
            if (text.equals(ChangeText.EVERYTHING)) {
                listener.missed();
            }
            changes.addAll(ChangeText.read(text));
        }
        if (!changes.isEmpty()) {
            listener.changed(changes);
        }
    }

    private void rest(int cuts) {
        try {
            var millis = Math.min(LONGEST_REST_MILLIS, 500L * (cuts + 1));
            if (end.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.fine("Ended while the line was cut");
            }
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
    }
}
