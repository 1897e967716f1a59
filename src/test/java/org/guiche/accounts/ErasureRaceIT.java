package org.guiche.accounts;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.guiche.shared.Email;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a person asked for, or chooses, while being erased: both go on to their end, and nothing of the person comes back (Z16). The test
 * holds a device of the person's, which the erasure takes away in its middle, until the database says who waits for whom.
 */
@ExtendWith(ArquillianExtension.class)
class ErasureRaceIT {

    private static final long PATIENCE = 10;
    private static final String BEHIND_THE_TEST =
            "select count(*) from pg_locks w where not w.granted and pg_backend_pid() = any(pg_blocking_pids(w.pid))";
    private static final String BEHIND_THE_ERASURE = """
            select count(*) from pg_locks w, pg_locks e where not w.granted and not e.granted and w.pid <> e.pid
                and pg_backend_pid() = any(pg_blocking_pids(e.pid)) and e.pid = any(pg_blocking_pids(w.pid))""";

    @EJB
    Erasure erasure;

    @EJB
    AccountAnswers answers;

    @EJB
    AccountRequests requests;

    @EJB
    AccountDesk desk;

    @EJB
    CredentialChanges credentials;

    @EJB
    People people;

    @Inject
    MailedLinks links;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final String email = UUID.randomUUID() + "@corrida.example";
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private long ana;

    @BeforeEach
    void somebodyWithADevice() throws Exception {
        ana = people.register(new NewPerson("Ana Corrida", new Email(email), null, null, null, Set.of()));
        transaction.begin();
        em.createNativeQuery("""
                        insert into accounts_device (hash, person_id, seen_at, first_seen_at) values (?1, ?2, now(), now())""")
                .setParameter(1, Secrets.hash(email))
                .setParameter(2, ana)
                .executeUpdate();
        transaction.commit();
    }

    @AfterEach
    void nobodyIsLeftWaiting() {
        threads.shutdownNow();
    }

    /** The one who answers holds the request and then the person: whoever held the person and then wanted the request made a ring of it. */
    @Test
    void aRequestThatIsAnsweredMeanwhileStopsNeither() throws Exception {
        var request = asked();

        inTheMiddleOfIt(() -> answers.answer(request));

        assertThat(count("select count(*) from accounts_request where id = ?1", request))
                .isZero();
        assertThat(erasure.isErased(ana)).isTrue();
        nothingIsLeft();
    }

    @Test
    void aRequestThatCameMeanwhileIsAnsweredToNobody() throws Exception {
        inTheMiddleOfIt(() -> {
            requests.password(email, new ClientAddress("test " + email));
            desk.look();
        });

        await(() -> count("select count(*) from accounts_request where content ->> 'login' = ?1", email) == 0);
        nothingIsLeft();
    }

    /** Whoever chooses a password uses up the link, which belongs to the person. */
    @Test
    void aPasswordThatIsChosenMeanwhileStopsNeither() throws Exception {
        transaction.begin();
        var secret = links.toChoosePassword(ana);
        transaction.commit();

        var outcome = inTheMiddleOfIt(() -> credentials.choose(secret, "hash"));

        assertThat(outcome).as("refused: the link is dead").isEqualTo("accounts.link.dead");
        assertThat(count("select count(*) from accounts_person where id = ?1 and password_hash is not null", ana))
                .isZero();
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        assertThat(count("select count(*) from accounts_link where person_id = ?1", ana))
                .isZero();
        assertThat(count("select count(*) from channels_outbox where recipient = ?1", email))
                .isZero();
    }

    /** One that the desk, which looks every second, has given up: nobody but the test answers it. */
    private long asked() throws Exception {
        transaction.begin();
        var id = (Number) em.createNativeQuery("""
                        insert into accounts_request (kind, content, asked_at, attempts)
                        values ('PASSWORD', cast(?1 as jsonb), now(), 5) returning id""")
                .setParameter(1, JsonText.object().add("login", email).build().toString())
                .getSingleResult();
        transaction.commit();
        return id.longValue();
    }

    /** Does it once the erasure stands still, lets that go on once this is done or waits for it, and gives the key of a refusal. */
    private String inTheMiddleOfIt(Runnable act) throws Exception {
        transaction.begin();
        try {
            em.createNativeQuery("select id from accounts_device where person_id = ?1 for update")
                    .setParameter(1, ana)
                    .getSingleResult();
            var erasing = threads.submit(() -> erasure.erase(ana));
            await(() -> count(BEHIND_THE_TEST) > 0);
            var acting = threads.submit(act);
            await(() -> acting.isDone() || count(BEHIND_THE_ERASURE) > 0);
            transaction.rollback();
            erasing.get(PATIENCE, SECONDS);
            return outcome(acting);
        } finally {
            if (transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.rollback();
            }
        }
    }

    private static String outcome(Future<?> acting) throws Exception {
        try {
            acting.get(PATIENCE, SECONDS);
            return "done";
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuleViolation refusal) {
                return refusal.key();
            }
            throw e;
        }
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + SECONDS.toNanos(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
        }
    }

    private long count(String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return ((Number) query.getSingleResult()).longValue();
    }
}
