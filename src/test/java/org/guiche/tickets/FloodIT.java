package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.accounts.Person;
import org.guiche.shared.Clocks;
import org.guiche.shared.Quotas;
import org.guiche.shared.TooMany;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is flooded through us: neither a stranger with mails nor the queue with tickets. */
@ExtendWith(ArquillianExtension.class)
class FloodIT {

    private static final int TO_OTHERS_AN_HOUR = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    @EJB
    Tickets tickets;

    @EJB
    Quotas quotas;

    @Inject
    People people;

    @Inject
    Clocks clocks;

    @PersistenceContext
    EntityManager em;

    private final String stranger = "p" + UUID.randomUUID() + "@alheio.example";

    @Test
    void aStrangerGetsFiveMailsAnHourHoweverManyTicketsNameTheAddress() throws Exception {
        var bruno = people.bruno();

        var codes = atOnce(() ->
                tickets.open(about(stranger.toUpperCase(Locale.ROOT)), bruno).code());

        assertThat(codes).as("the tickets are there").hasSize(40).doesNotHaveDuplicates();
        assertThat(mails(stranger)).isEqualTo(TO_OTHERS_AN_HOUR);
        clocks.advance(HOUR);
        try {
            tickets.open(about(stranger), people.carla());
        } finally {
            clocks.advance(HOUR.negated());
        }
        assertThat(mails(stranger)).as("an hour later").isEqualTo(TO_OTHERS_AN_HOUR + 1);
    }

    @Test
    void whoOpensTicketsHearsOfEachOne() {
        var carla = people.carla();
        var before = mails(carla.email());

        for (var i = 0; i < TO_OTHERS_AN_HOUR + 1; i++) {
            tickets.open(i % 2 == 0 ? Requests.loja("Da própria") : about(carla.email()), carla);
        }

        assertThat(mails(carla.email())).isEqualTo(before + TO_OTHERS_AN_HOUR + 1);
    }

    @Test
    void whereThereIsALimitExactlySoManyPassAtOnce() throws Exception {
        var limit = new OpeningLimit(quotas, 7);
        var somebody = somebody();

        var passed = atOnce(() -> passes(limit, somebody));

        assertThat(Collections.frequency(passed, true)).isEqualTo(7);
        assertThat(passes(limit, somebody())).as("somebody else").isTrue();
        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> limit.count(somebody))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isBetween(HOUR.minusMinutes(5), HOUR));
    }

    private static boolean passes(OpeningLimit limit, Person person) {
        try {
            limit.count(person);
            return true;
        } catch (TooMany e) {
            return false;
        }
    }

    private Person somebody() {
        var bruno = people.bruno();
        var id = UUID.randomUUID().getMostSignificantBits();
        return new Person(id, "Alguém", stranger, null, null, bruno.roles(), bruno.memberships());
    }

    private long mails(String address) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from channels_outbox where kind = 'OPENED' and recipient = ?1")
                        .setParameter(1, address)
                        .getSingleResult())
                .longValue();
    }

    private static OpenTicket about(String address) {
        return Requests.talkingTo(new Contact("Alguém", address, null, null), Requests.loja("Para outro"));
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(Collections.nCopies(40, call))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
