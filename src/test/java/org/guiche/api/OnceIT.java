package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent again happens once; what is sent at once happens as often as it is sent. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OnceIT {

    @ArquillianResource
    URL home;

    private final String key = UUID.randomUUID().toString();
    private final String subject = "Uma vez " + key;

    private Api bruno() {
        return Api.at(home).as("bruno@jatoba.example");
    }

    private static String ticket(String subject) {
        return "{'unit':'loja','subject':'" + subject
                + "','description':'O frete não soma.','answers':{'pedido':'88121'}}";
    }

    private HttpResponse<String> open(Api api, String body) {
        return api.post("tickets", body, "Idempotency-Key", key);
    }

    private int count() {
        return Api.json(bruno().get("tickets?sort=created&q=%22" + subject.replace(" ", "+") + "%22"))
                .getJsonArray("items")
                .size();
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgain() {
        var first = open(bruno(), ticket(subject));
        var again = open(bruno(), ticket(subject));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Api.json(again)).isEqualTo(Api.json(first));
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place)
                        .endsWith("/api/v1/tickets/" + Api.json(first).getString("code")));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyOrForAnotherCallIsRefused() {
        open(bruno(), ticket(subject));

        assertThat(open(bruno(), ticket("Outro")).statusCode()).isEqualTo(422);
        assertThat(bruno().post("units/loja/form", ticket(subject), "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToWhoeverUsesIt() {
        var bruno = Api.json(open(bruno(), ticket(subject)));
        var joana = Api.json(open(Api.at(home).as("joana@jatoba.example"), ticket(subject)));

        assertThat(joana.getString("code")).isNotEqualTo(bruno.getString("code"));
    }

    @Test
    void whatWasRefusedMayBeSentAgainUnderItsKey() {
        assertThat(open(bruno(), ticket("")).statusCode()).isEqualTo(422);

        assertThat(open(bruno(), ticket(subject)).statusCode()).isEqualTo(201);
    }

    @Test
    void twentyAtOnceUnderOneKeyOpenOneTicket() throws Exception {
        var answers = atOnce(20, () -> open(bruno(), ticket(subject)));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
        assertThat(codes(answers)).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aMessageSentAgainIsSaidOnce() {
        var code = Api.json(open(bruno(), ticket(subject))).getString("code");
        var messages = "tickets/" + code + "/messages";
        var first = bruno().post(messages, "{'body':'Alguma novidade?'}", "Idempotency-Key", "m" + key);
        var again = bruno().post(messages, "{'body':'Alguma novidade?'}", "Idempotency-Key", "m" + key);

        assertThat(Api.json(again)).isEqualTo(Api.json(first));
        assertThat(Api.json(bruno().get(messages)).getJsonArray("items")).hasSize(2);
    }

    @Test
    void twoHundredAtOnceHaveTwoHundredCodes() throws Exception {
        var answers = atOnce(200, () -> bruno().post("tickets", ticket(subject)));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
        assertThat(codes(answers)).hasSize(200);
        var events = Api.json(bruno().get("tickets/" + codes(answers).iterator().next() + "/events"));
        assertThat(events.getJsonArray("items")).hasSize(1);
    }

    private static Set<String> codes(List<HttpResponse<String>> answers) {
        var codes = new HashSet<String>();
        answers.forEach(answer -> codes.add(Api.json(answer).getString("code")));
        return codes;
    }

    private static List<HttpResponse<String>> atOnce(int times, Callable<HttpResponse<String>> call)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(Math.min(times, 50));
        try {
            var calls = new ArrayList<Callable<HttpResponse<String>>>();
            for (int i = 0; i < times; i++) {
                calls.add(call);
            }
            var answers = new ArrayList<HttpResponse<String>>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
