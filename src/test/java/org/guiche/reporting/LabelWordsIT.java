package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.net.URL;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.guiche.support.Api;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The words of labels, which may name somebody, are in reports no longer than in the tickets. */
@ExtendWith(ArquillianExtension.class)
class LabelWordsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = 20_000_000;

    @ArquillianResource
    URL home;

    @EJB
    Reckoning reckoning;

    @Inject
    DatabaseAdministrator administrator;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void aLabelThatIsTakenAwayWhileItsTicketIsReckonedIsNowhereAfterwards() throws Exception {
        var word = "Sra. " + UUID.randomUUID();
        CompletableFuture<Integer> taking;
        transaction.begin();
        try {
            em.createNativeQuery("select pg_advisory_xact_lock(38001)").getSingleResult(); // nobody else reckons
            var ticket = labelled(word);
            while (reckoning.step()) {
                assertThat(transaction.getStatus()).isZero();
            }
            assertThat(words(word)).as("reckoned").isEqualTo(2);

            taking = CompletableFuture.supplyAsync(() -> changed(ticket, "[]"));
            untilItWaits(taking);
        } finally {
            transaction.commit();
        }

        assertThat(taking.get()).isEqualTo(1);
        assertThat(words(word)).isZero();
    }

    private long labelled(String word) {
        var opened = Api.json(Api.at(home).as("bruno@jatoba.example").post("tickets", """
                {'unit':'loja','subject':'Com etiqueta','description':'Veja.','answers':{'pedido':'88121'}}"""));
        var ticket = Long.parseLong(opened.getString("code").replaceAll("\\D", ""));
        assertThat(changed(ticket, "[\"" + word + "\"]")).isEqualTo(1);
        return ticket;
    }

    private int changed(long ticket, String tags) {
        try (var connection = administrator.connect();
                var product = connection.createStatement();
                var change =
                        connection.prepareStatement("update tickets_ticket set tags = cast(? as jsonb) where id = ?")) {
            product.execute("set session_replication_role = origin"); // its triggers fire
            change.setString(1, tags);
            change.setLong(2, ticket);
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void untilItWaits(CompletableFuture<?> taking) throws SQLException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!taking.isDone() && waiting() == 0) {
            assertThat(System.nanoTime()).as("it waits in time").isLessThan(end);
            LockSupport.parkNanos(PAUSE);
        }
    }

    private long waiting() throws SQLException {
        try (var connection = administrator.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
                        where not l.granted and a.query like 'update tickets_ticket set tags%'""")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** In how many places that word is. */
    private int words(String word) {
        var count = (Number) em.createNativeQuery("""
                        select (select count(*) from reporting_label where name = ?1)
                            + (select count(*) from reporting_ticket where tags @> array[cast(?1 as text)])""").setParameter(1, word).getSingleResult();
        return count.intValue();
    }
}
