package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come page by page, and a page is never disturbed by what arrives meanwhile. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ListsIT {

    @ArquillianResource
    URL home;

    private final String mark = "lista" + UUID.randomUUID().toString().substring(0, 8);

    private Api carla() {
        return Api.at(home).as("carla@araca.example");
    }

    private Api talita() {
        return Api.at(home).as("talita@guiche.example");
    }

    private String open(String subject) {
        return Api.json(carla().post(
                                "tickets",
                                "{'unit':'loja','subject':'" + subject
                                        + "','description':'O frete não soma.','answers':{'pedido':'88121'}}"))
                .getString("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "activity", "queue"})
    void everyTicketComesOnceWhileNewOnesArrive(String sort) {
        var before = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            before.add(open(mark));
        }

        var seen = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var page = page("tickets?limit=5&sort=" + sort + "&q=" + mark, next, carla());
            seen.addAll(codes(page));
            open(mark);
            next = page.isNull("next") ? null : page.getString("next");
        } while (next != null && seen.size() < 100);

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        if (!sort.equals("queue")) {
            assertThat(seen).as("what came later stands before the first page").hasSameSizeAs(before);
        }
    }

    private static JsonObject page(String path, @Nullable String cursor, Api api) {
        var answer = api.get(path + (cursor == null ? "" : "&cursor=" + cursor));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }

    private static List<String> codes(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("code"))
                .toList();
    }

    @Test
    void aQueueGoesOnWhereItWasThoughItsTicketsAreTaken() {
        var codes = List.of(open(mark), open(mark), open(mark), open(mark));
        var seen = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var page = page("sectors/suporte/queue?limit=2", next, talita());
            seen.addAll(codes(page));
            codes(page).stream()
                    .filter(codes::contains)
                    .forEach(code -> talita().post("tickets/" + code + "/assignment", "{'assignee':'me'}"));
            next = page.isNull("next") ? null : page.getString("next");
        } while (next != null && seen.size() < 5000);

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(codes);
    }

    @Test
    void eachFilterLeavesOutTheOthers() {
        var mine = open(mark);
        var taken = open(mark);
        talita().post("tickets/" + taken + "/assignment", "{'assignee':'me'}");
        talita().call("PATCH", "tickets/" + taken, "{'sector':'envio'}");
        talita().post("tickets/" + taken + "/assignment", "{'assignee':'me'}");

        assertThat(found("status=na-fila")).containsExactly(mine);
        assertThat(found("category=OPEN,RESOLVED")).containsExactly(taken);
        assertThat(found("sector=envio")).containsExactly(taken);
        assertThat(found("assignee=me")).containsExactly(taken);
        assertThat(found("assignee=none")).containsExactly(mine);
        assertThat(found("unit=loja")).containsExactlyInAnyOrder(mine, taken);
        assertThat(found("unit=erp")).isEmpty();
        var ticket = Api.json(talita().get("tickets/" + mine));
        assertThat(found("requester=" + ticket.getJsonObject("requester").getInt("id")))
                .containsExactlyInAnyOrder(mine, taken);
        assertThat(found("company=" + ticket.getJsonObject("onBehalfOf").getInt("id")))
                .containsExactlyInAnyOrder(mine, taken);
        assertThat(found("company=999999")).isEmpty();
        assertThat(found("updatedSince=2099-01-01T00:00:00Z")).isEmpty();
        assertThat(found("updatedSince=" + ticket.getString("createdAt"))).contains(mine, taken);
        assertThat(codes(page("tickets?q=" + mine, null, talita()))).containsExactly(mine);
    }

    private List<String> found(String filter) {
        return codes(page("tickets?q=" + mark + "&" + filter, null, talita()));
    }

    @Test
    void conversationAndHistoryComeInPagesToo() {
        var code = open(mark);
        for (var text : List.of("um", "dois", "três")) {
            carla().post("tickets/" + code + "/messages", "{'body':'" + text + "'}");
        }

        for (var list : List.of("messages", "events")) {
            var first = page("tickets/" + code + "/" + list + "?limit=3", null, carla());
            var second = page(
                    "tickets/" + code + "/" + list + "?limit=3",
                    Objects.requireNonNull(first.getString("next")),
                    carla());
            assertThat(first.getJsonArray("items")).hasSize(3);
            assertThat(second.getJsonArray("items")).hasSize(1);
            assertThat(second.isNull("next")).isTrue();
        }
    }

    @Test
    void unitsComeInPagesToo() {
        var first = page("units?limit=4", null, carla());
        var second = page("units?limit=4", first.getString("next"), carla());

        assertThat(first.getJsonArray("items")).hasSize(4);
        assertThat(second.getJsonArray("items")).hasSize(1);
    }
}
