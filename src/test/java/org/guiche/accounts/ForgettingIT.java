package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiche.shared.Email;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has had its time goes, however much it is; what may still count stays. */
@ExtendWith(ArquillianExtension.class)
class ForgettingIT {

    private static final String PASSWORD = "uma senha comprida";

    @EJB
    Forgetting forgetting;

    @EJB
    People people;

    @EJB
    SignIn signIn;

    @EJB
    Tokens tokens;

    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final String mark = UUID.randomUUID().toString();
    private final String email = "e" + mark + "@esquecer.example";

    private long register() {
        return people.register(new NewPerson("Pessoa Esquecida", Email.of(email), null, null, PASSWORD, Set.of()));
    }

    private Instant ago(Duration past) {
        return clock.instant().minus(past);
    }

    private void write(String sql, Object... values) throws Exception {
        transaction.begin();
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
        }
        query.executeUpdate();
        transaction.commit();
    }

    private long count(String sql, Object value) {
        return ((Number) em.createNativeQuery(sql).setParameter(1, value).getSingleResult()).longValue();
    }

    @Test
    void triesGoWithTheirWindowInMoreThanOneBatch() throws Exception {
        var tries = "insert into accounts_throttle select ?1 || n, 1, ?2 from generate_series(1, ?3) n";
        write(tries, mark + " velha ", ago(Throttle.WINDOW.plusSeconds(1)), 1200);
        write(tries, mark + " nova ", ago(Throttle.WINDOW.minusSeconds(120)), 3);

        forgetting.forget();

        var left = "select count(*) from accounts_throttle where key like ?1 || '%'";
        assertThat(count(left, mark + " velha ")).isZero();
        assertThat(count(left, mark + " nova ")).isEqualTo(3);
    }

    @Test
    void aDeviceGoesAYearAfterTheLastSignInFromIt() throws Exception {
        var id = register();
        var used = device(null);
        var left = device(null);
        write("update accounts_device set seen_at = ?2 where person_id = ?1", id, ago(Duration.ofDays(366)));
        assertThat(device(used)).isEqualTo(used);

        forgetting.forget();

        assertThat(count("select count(*) from accounts_device where person_id = ?1", id))
                .isEqualTo(1);
        assertThat(device(used)).isEqualTo(used);
        assertThat(device(left)).isNotEqualTo(left);
    }

    private String device(@Nullable String shown) {
        var result = signIn.authenticate(email, PASSWORD, ClientAddress.of("192.0.2.77"), shown);
        return ((SignInResult.Accepted) result).deviceToken();
    }

    @Test
    void tokensGoSixMonthsAfterTheirEndAndOthersStay() throws Exception {
        var person = people.get(register());
        var endless = issue(person);
        var revoked = issue(person);
        var expired = issue(person);
        var justRevoked = issue(person);
        var justExpired = issue(person);
        var longAgo = ago(Forgetting.ENDED_TOKEN_KEPT.plusDays(1));
        var lately = ago(Forgetting.ENDED_TOKEN_KEPT.minusDays(1));
        write("update accounts_token set created_at = ?2 where person_id = ?1", person.id(), ago(Duration.ofDays(999)));
        end("revoked_at", revoked, longAgo);
        end("expires_at", expired, longAgo);
        end("revoked_at", justRevoked, lately);
        end("expires_at", justExpired, lately);

        forgetting.forget();

        List<?> left = em.createNativeQuery("select cast(id as text) from accounts_token where person_id = ?1")
                .setParameter(1, person.id())
                .getResultList();
        assertThat(left.stream().map(String::valueOf)).containsExactlyInAnyOrder(endless, justRevoked, justExpired);
    }

    private String issue(Person person) {
        return tokens.issue(person, "integração", List.of("read"), null).id().toString();
    }

    private void end(String column, String token, Instant at) throws Exception {
        write("update accounts_token set " + column + " = ?2 where id = cast(?1 as uuid)", token, at);
    }
}
