package org.guiche.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.guiche.accounts.AccessEnded;
import org.guiche.shared.Database;
import org.guiche.tickets.TicketChanged;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;

/** News of tickets between nodes: the application is one, a feed of the test's own is the other. */
@ExtendWith(ArquillianExtension.class)
class LiveIT {

    private static final AtomicLong IDS = new AtomicLong(900_000_000_000L); // of no ticket
    private static final long EVERYTHING = -1;

    @Inject
    Event<TicketChanged> changed;

    @Inject
    Event<AccessEnded> over;

    @Resource
    UserTransaction transaction;

    private final Ear ear = new Ear();
    private Database database;
    private ChangeFeed other;
    private Thread node;

    /** Remembers what the other node heard. */
    private static final class Ear implements ChangeFeed.Listener {

        private final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();

        @Override
        public void changed(Set<TicketChanged> changes) {
            changes.stream()
                    .map(TicketChanged::ticketId)
                    .filter(id -> id >= 900_000_000_000L)
                    .forEach(heard::add);
        }

        @Override
        public void ended(Set<Long> people) {
            people.forEach(id -> heard.add(-id));
        }

        @Override
        public void missed() {
            heard.add(EVERYTHING);
        }

        long next() throws InterruptedException {
            var next = heard.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("news within ten seconds").isNotNull();
            return next == null ? 0 : next;
        }
    }

    @BeforeEach
    void theOtherNodeListens() throws Exception {
        database = new Database();
        other = new ChangeFeed(database::getConnection, ear);
        node = new Thread(other, "another node");
        node.start();
        var call = IDS.incrementAndGet();
        do { // until its line is tied
            say(call + ",1,1,1");
        } while (ear.heard.poll(200, TimeUnit.MILLISECONDS) == null);
        TimeUnit.MILLISECONDS.sleep(300);
        ear.heard.clear();
    }

    @AfterEach
    void theOtherNodeLeaves() throws InterruptedException {
        other.stop();
        node.join(2000);
        assertThat(node.isAlive()).as("still running after it was told to stop").isFalse();
    }

    @Test
    void anotherNodeHearsWhatWasCommittedHere() throws Exception {
        var id = commit();

        assertThat(ear.next()).isEqualTo(id);
    }

    @Test
    void nobodyHearsWhatWasRolledBack() throws Exception {
        transaction.begin();
        changed.fire(change(IDS.incrementAndGet()));
        transaction.rollback();
        var id = commit();

        assertThat(ear.next()).isEqualTo(id);
        assertThat(ear.heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void manyChangesTakeFewNotifications() throws Exception {
        var spoken = 0;
        var told = new HashSet<Long>();
        var begun = System.nanoTime();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen " + ChangeFeed.CHANNEL);
            var last = 0L;
            for (int i = 0; i < 600; i++) {
                last = commit();
            }
            for (var ended = false; !ended; ) {
                var heard = connection.unwrap(PGConnection.class).getNotifications(5000);
                assertThat(heard).isNotEmpty();
                for (var notification : heard) {
                    spoken++;
                    ChangeText.read(notification.getParameter()).forEach(change -> told.add(change.ticketId()));
                }
                ended = told.contains(last);
            }
        }
        var tenths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / ChangeFeed.PAUSE_MILLIS;

        assertThat(told.stream().filter(id -> id >= 900_000_000_000L).count()).isEqualTo(600);
        assertThat(spoken).isLessThanOrEqualTo((int) tenths + 3 + 600 * 25 / 7_900);
    }

    @Test
    void aCutLineIsTiedAgainAndSaysThatSomethingWasMissed() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'guiche live' and datname = current_database()");
        }

        assertThat(ear.next()).isEqualTo(EVERYTHING);
        TimeUnit.SECONDS.sleep(1); // until the application's own line is tied, too
        assertThat(ear.heard.poll()).isNull();
        var id = commit();
        assertThat(ear.next()).isEqualTo(id);
    }

    @Test
    void anotherNodeHearsThatSomebodysSessionsAreOver() throws Exception {
        var id = IDS.incrementAndGet();
        transaction.begin();
        over.fire(new AccessEnded(id));
        transaction.commit();

        assertThat(ear.next()).isEqualTo(-id);
    }

    @Test
    void nonsenseOnTheChannelIsNoNews() throws Exception {
        say("olá; drop table tickets_ticket");
        say("1,2,3");
        var id = IDS.incrementAndGet();
        say("x " + id + ",1,1,1 99999999999999999999,1,1,1");

        assertThat(ear.next()).isEqualTo(id);
        assertThat(ear.heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    private long commit() throws Exception {
        var id = IDS.incrementAndGet();
        transaction.begin();
        changed.fire(change(id));
        transaction.commit();
        return id;
    }

    private static TicketChanged change(long id) {
        return new TicketChanged(id, 1, 1, 1);
    }

    private void say(String text) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, ChangeFeed.CHANNEL);
            statement.setString(2, text);
            statement.execute();
        }
    }
}
