package org.guiche.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.support.Api;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A token asked for again under one key is made once, and its secret is told once and kept nowhere. */
@ExtendWith(ArquillianExtension.class)
class TokensIT {

    @ArquillianResource
    URL home;

    @PersistenceContext
    EntityManager em;

    private final String key = UUID.randomUUID().toString();

    private HttpResponse<String> issue(String email, String body) {
        var basic = Base64.getEncoder().encodeToString((email + ":guiche-demo").getBytes(UTF_8));
        return Api.at(home).post("tokens", body, "Authorization", "Basic " + basic, "Idempotency-Key", key);
    }

    private HttpResponse<String> issue(String body) {
        return issue("bruno@jatoba.example", body);
    }

    private long tokens(String name) {
        return ((Number) em.createNativeQuery("select count(*) from accounts_token where name = ?1")
                        .setParameter(1, name)
                        .getSingleResult())
                .longValue();
    }

    private String named() {
        return "{'name':'" + key + "'}";
    }

    @Test
    void theSameKeyAgainSaysWhichTokenItMadeAndNotItsSecret() {
        var first = issue(named());
        var again = issue(named());

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var made = Api.json(first);
        assertThat(Api.json(again).getString("detail")).contains(made.getString("id"), "só aparece uma vez");
        assertThat(again.body()).doesNotContain(made.getString("token"));
        assertThat(tokens(key)).isEqualTo(1);
        assertThat(Api.at(home).with(made.getString("token")).get("me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSecretIsInNoRow() {
        var secret = Api.json(issue(named())).getString("token");

        assertThat(em.createNativeQuery("""
                        select (select count(*) from shared_idempotency i where position(?1 in cast(i as text)) > 0)
                            + (select count(*) from accounts_token t where position(?1 in cast(t as text)) > 0)""").setParameter(1, secret).getSingleResult())
                .isEqualTo(0L);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedAndWhatWasRefusedMayBeSentAgain() {
        assertThat(issue("{'scopes':['nada']}").statusCode()).isEqualTo(422);
        assertThat(issue(named()).statusCode()).isEqualTo(201);
        assertThat(issue("{'name':'outro'}").statusCode()).isEqualTo(422);
        assertThat(tokens(key)).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToWhoeverShowsThePassword() {
        assertThat(issue("bruno@jatoba.example", named()).statusCode()).isEqualTo(201);
        assertThat(issue("carla@araca.example", named()).statusCode()).isEqualTo(201);
    }

    @Test
    void fourAtOnceUnderOneKeyMakeOneToken() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var statuses = new ArrayList<Integer>();
            Callable<HttpResponse<String>> call = () -> issue(named());
            for (var answer : pool.invokeAll(Collections.nCopies(4, call))) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        } finally {
            pool.shutdown();
        }
        assertThat(tokens(key)).isEqualTo(1);
    }
}
