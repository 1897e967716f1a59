package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guiche.support.Api;
import org.guiche.support.Samples;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may call what. The ticket is Bruno's, of Casa Jatobá, waiting in the sector Suporte: Joana manages his company, Marina serves
 * it as a partner and sees none of it, Rafael works in that sector, Igor in another one.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RightsIT {

    private static final String TABLE = """
            call                             | visitor requester manager partner N1  N2  supervisor administrator
            POST /tokens                     | 401     201       201     201     201 201 201        201
            DELETE /tokens/{id}              | 401     204       204     204     204 204 204        204
            DELETE /tokens/{id} of others    | 401     404       404     404     404 404 404        404
            GET /me                          | 401     200       200     200     200 200 200        200
            GET /companies                   | 401     200       200     200     200 200 200        200
            GET /units                       | 401     200       200     200     200 200 200        200
            GET /units/{key}                 | 401     200       200     200     200 200 200        200
            POST /units/{key}/form           | 401     200       200     200     200 200 200        200
            POST /calendar/preview           | 401     200       200     200     200 200 200        200
            GET /demo/clock                  | 401     200       200     200     200 200 200        200
            POST /demo/clock                 | 401     200       200     200     200 200 200        200
            GET /sectors                     | 401     200       200     200     200 200 200        200
            GET /sectors/{key}/queue         | 401     404       404     404     200 200 200        200
            POST /sectors/{key}/next         | 401     404       404     404     200 403 200        200
            GET /tickets                     | 401     200       200     200     200 200 200        200
            POST /tickets                    | 401     201       201     201     201 201 201        201
            POST /tickets for another client | 401     404       404     404     201 201 201        201
            GET /tickets/{code}              | 401     200       200     404     200 200 200        200
            PATCH /tickets/{code}            | 401     403       403     404     200 403 200        200
            POST /tickets/{code}/status      | 401     200       200     404     200 403 200        200
            POST /tickets/{code}/status hold | 401     403       403     404     200 403 200        200
            POST /tickets/{code}/assignment  | 401     403       403     404     200 403 200        200
            GET /tickets/{code}/events       | 401     200       200     404     200 200 200        200
            GET /tickets/{code}/deadlines    | 401     200       200     404     200 200 200        200
            GET /tickets/{code}/messages     | 401     200       200     404     200 200 200        200
            POST /tickets/{code}/messages    | 401     201       201     404     201 403 201        201
            POST /tickets/{code}/messages as a note | 401 403    403     404     201 403 201        201
            POST /tickets/{code}/merge       | 401     403       403     404     200 403 200        200
            DELETE /tickets/{code}/merge     | 401     403       403     404     200 403 200        200
            POST /tickets/{code}/split       | 401     403       403     404     201 403 201        201
            POST /tickets/{code}/follow-up   | 401     201       201     404     201 201 201        201
            POST /tickets/{code}/identity    | 401     403       403     404     200 403 200        200
            GET /tickets/{code}/links        | 401     200       200     404     200 200 200        200
            POST /tickets/{code}/links       | 401     403       403     404     201 403 201        201
            DELETE /tickets/{code}/links/{kind}/{other} | 401 403 403   404     204 403 204        204
            POST /uploads                    | 401     201       201     201     201 201 201        201
            GET /attachments/{id}            | 401     200       200     404     200 200 200        200
            GET /attachments/{id} of a note  | 401     404       404     404     200 200 200        200
            """;

    private static final Map<String, @Nullable String> PEOPLE = people();

    private static Map<String, @Nullable String> people() {
        var people = new LinkedHashMap<String, @Nullable String>();
        people.put("visitor", null);
        people.put("requester", "bruno@jatoba.example");
        people.put("manager", "joana@jatoba.example");
        people.put("partner", "marina@mirante.example");
        people.put("N1", "rafael@guiche.example");
        people.put("N2", "igor@guiche.example");
        people.put("supervisor", "talita@guiche.example");
        people.put("administrator", "admin@guiche.example");
        return people;
    }

    private static final String TICKET =
            "{'unit':'loja','subject':'Direitos','description':'O frete não soma.','answers':{'pedido':'88121'}";

    @ArquillianResource
    URL home;

    /** How somebody makes a call, on things made for it: {@code null} as the address is a visitor. */
    private interface Call {
        HttpResponse<String> by(Api caller, @Nullable String email);
    }

    private Map<String, Call> calls() {
        var calls = new LinkedHashMap<String, Call>();
        calls.put("POST /tokens", (api, email) -> issue(email));
        calls.put("DELETE /tokens/{id}", (api, email) -> api.call("DELETE", "tokens/" + tokenOf(email), ""));
        calls.put(
                "DELETE /tokens/{id} of others",
                (api, email) -> api.call("DELETE", "tokens/" + tokenOf("carla@araca.example"), ""));
        calls.put("GET /me", (api, email) -> api.get("me"));
        calls.put("GET /companies", (api, email) -> api.get("companies"));
        calls.put("GET /units", (api, email) -> api.get("units"));
        calls.put("GET /units/{key}", (api, email) -> api.get("units/loja"));
        calls.put("POST /units/{key}/form", (api, email) -> api.post("units/loja/form", "{'answers':{}}"));
        calls.put(
                "POST /calendar/preview",
                (api, email) -> api.post(
                        "calendar/preview",
                        "{'calendar':{},'start':'2026-11-25T12:00:00Z','amount':'PT72H','clock':'RUNNING'}"));
        calls.put("GET /demo/clock", (api, email) -> api.get("demo/clock"));
        calls.put("POST /demo/clock", (api, email) -> api.post("demo/clock", "{'advance':'PT1S'}"));
        calls.put("GET /sectors", (api, email) -> api.get("sectors"));
        calls.put("GET /sectors/{key}/queue", (api, email) -> api.get("sectors/suporte/queue"));
        calls.put("POST /sectors/{key}/next", (api, email) -> {
            ticket();
            return api.post("sectors/suporte/next", "");
        });
        tickets(calls);
        together(calls);
        files(calls);
        return calls;
    }

    private void tickets(Map<String, Call> calls) {
        calls.put("GET /tickets", (api, email) -> api.get("tickets"));
        calls.put("POST /tickets", (api, email) -> api.post("tickets", onBehalfOf("Casa Jatobá")));
        calls.put("POST /tickets for another client", (api, email) -> api.post("tickets", onBehalfOf("Pousada Maré")));
        calls.put("GET /tickets/{code}", (api, email) -> api.get("tickets/" + ticket()));
        calls.put(
                "PATCH /tickets/{code}",
                (api, email) -> api.call("PATCH", "tickets/" + ticket(), "{'tags':['frete'],'priority':'HIGH'}"));
        calls.put(
                "POST /tickets/{code}/status",
                (api, email) -> api.post("tickets/" + ticket() + "/status", "{'status':'resolvido'}"));
        calls.put(
                "POST /tickets/{code}/status hold",
                (api, email) ->
                        api.post("tickets/" + opened() + "/status", "{'status':'stand-by','reason':'correcao'}"));
        calls.put(
                "POST /tickets/{code}/assignment",
                (api, email) -> api.post("tickets/" + ticket() + "/assignment", "{'assignee':null}"));
        calls.put("GET /tickets/{code}/events", (api, email) -> api.get("tickets/" + ticket() + "/events"));
        calls.put("GET /tickets/{code}/deadlines", (api, email) -> api.get("tickets/" + ticket() + "/deadlines"));
        calls.put("GET /tickets/{code}/messages", (api, email) -> api.get("tickets/" + ticket() + "/messages"));
        calls.put(
                "POST /tickets/{code}/messages",
                (api, email) -> api.post("tickets/" + ticket() + "/messages", "{'body':'Já vimos.'}"));
        calls.put(
                "POST /tickets/{code}/messages as a note",
                (api, email) ->
                        api.post("tickets/" + ticket() + "/messages", "{'body':'Entre nós.','visibility':'internal'}"));
    }

    private void together(Map<String, Call> calls) {
        calls.put(
                "POST /tickets/{code}/merge",
                (api, email) -> api.post("tickets/" + ticket() + "/merge", "{'into':'" + ticket() + "'}"));
        calls.put("DELETE /tickets/{code}/merge", (api, email) -> {
            var code = ticket();
            talita().post("tickets/" + code + "/merge", "{'into':'" + ticket() + "'}");
            return api.call("DELETE", "tickets/" + code + "/merge", "");
        });
        calls.put("POST /tickets/{code}/split", (api, email) -> {
            var code = ticket();
            var said = Api.json(bruno().post("tickets/" + code + "/messages", "{'body':'Outro assunto.'}"));
            return api.post("tickets/" + code + "/split", "{'messages':[" + said.getInt("id") + "]}");
        });
        calls.put(
                "POST /tickets/{code}/follow-up",
                (api, email) -> api.post("tickets/" + solved() + "/follow-up", "{'body':'Voltou.'}"));
        calls.put(
                "POST /tickets/{code}/identity",
                (api, email) -> api.post("tickets/" + byPhone() + "/identity", "{'proof':'CALL_BACK'}"));
        calls.put("GET /tickets/{code}/links", (api, email) -> api.get("tickets/" + ticket() + "/links"));
        calls.put("POST /tickets/{code}/links", (api, email) -> api.post("tickets/" + ticket() + "/links", related()));
        calls.put("DELETE /tickets/{code}/links/{kind}/{other}", (api, email) -> {
            var code = ticket();
            var linked = Api.json(talita().post("tickets/" + code + "/links", related()));
            return api.call("DELETE", "tickets/" + code + "/links/RELATED/" + linked.getString("ticket"), "");
        });
    }

    /** Bruno's, written down by somebody of the staff. */
    private String byPhone() {
        var company = onBehalfOf("Casa Jatobá");
        var contact = ",'contact':{'name':'Bruno','email':'bruno@jatoba.example'}}";
        var opened = talita().post("tickets", company.substring(0, company.length() - 1) + contact);
        return Api.json(opened).getString("code");
    }

    private String related() {
        return "{'kind':'RELATED','ticket':'" + ticket() + "'}";
    }

    private String solved() {
        var code = ticket();
        talita().post("tickets/" + code + "/status", "{'status':'resolvido'}");
        return code;
    }

    private void files(Map<String, Call> calls) {
        calls.put("POST /uploads", (api, email) -> api.upload("tela.png", Samples.png()));
        calls.put("GET /attachments/{id}", (api, email) -> api.get("attachments/" + file("public")));
        calls.put("GET /attachments/{id} of a note", (api, email) -> api.get("attachments/" + file("internal")));
    }

    private Api bruno() {
        return Api.at(home).as("bruno@jatoba.example");
    }

    private Api talita() {
        return Api.at(home).as("talita@guiche.example");
    }

    private HttpResponse<String> issue(@Nullable String email) {
        return issue(email, "{}");
    }

    private HttpResponse<String> issue(@Nullable String email, String body) {
        var basic = Base64.getEncoder().encodeToString((email + ":guiche-demo").getBytes(StandardCharsets.UTF_8));
        return Api.at(home).post("tokens", body, "Authorization", "Basic " + basic);
    }

    private String tokenOf(@Nullable String email) {
        return email == null
                ? "7f000001-0000-4000-8000-000000000000"
                : Api.json(issue(email)).getString("id");
    }

    private String ticket() {
        return Api.json(bruno().post("tickets", TICKET + "}")).getString("code");
    }

    /** One that is not new any more. */
    private String opened() {
        var code = ticket();
        talita().post("tickets/" + code + "/assignment", "{'assignee':'me'}");
        talita().post("tickets/" + code + "/assignment", "{'assignee':null}");
        return code;
    }

    private String onBehalfOf(String company) {
        var id = Api.json(talita().get("companies")).getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("name").equals(company))
                .map(item -> item.getInt("id"))
                .findFirst()
                .orElseThrow();
        return TICKET + ",'onBehalfOf':" + id + "}";
    }

    private String file(String visibility) {
        var upload = Api.json(talita().upload("tela.png", Samples.png())).getString("uploadId");
        talita().post(
                        "tickets/" + ticket() + "/messages",
                        "{'body':'Veja','visibility':'" + visibility + "','attachments':['" + upload + "']}");
        return upload;
    }

    @Test
    void everyRoleMayCallWhatTheTableSaysAndNothingElse() {
        var calls = calls();
        var rows = TABLE.lines().skip(1).map(RightsIT::words).toList();

        var actual = rows.stream()
                .map(row -> row.get(0))
                .map(name -> row(name, Objects.requireNonNull(calls.get(name), name)))
                .toList();

        assertThat(actual).containsExactlyElementsOf(rows);
    }

    /** The name of a call and the statuses, without the spaces between. */
    private static List<String> words(String line) {
        var parts = line.split("\\|", -1);
        var words = new ArrayList<String>();
        words.add(parts[0].strip());
        words.addAll(List.of(parts[1].strip().split("\\s+", -1)));
        return words;
    }

    private List<String> row(String name, Call call) {
        var row = new ArrayList<String>();
        row.add(name);
        PEOPLE.forEach((role, email) -> {
            var api = email == null ? Api.at(home) : Api.at(home).as(email);
            row.add(Integer.toString(call.by(api, email).statusCode()));
        });
        return row;
    }

    @Test
    void noCallIsMissingFromTheTable() {
        var named = TABLE.lines()
                .skip(1)
                .map(line -> words(line).get(0))
                .map(name -> name.split(" ", -1)[0] + " " + name.split(" ", -1)[1])
                .collect(Collectors.toSet());

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Endpoint.all().stream().map(Endpoint::name).toList());
    }

    @Test
    void aTokenThatMayOnlyReadChangesNothing() {
        var reader = Api.at(home).as("talita@guiche.example", "read");

        assertThat(reader.get("me").statusCode()).isEqualTo(200);
        assertThat(reader.call("PATCH", "tickets/" + ticket(), "{'tags':['x']}").statusCode())
                .isEqualTo(403);
        assertThat(reader.post("tickets", TICKET + "}").statusCode()).isEqualTo(403);
    }

    @Test
    void aScopeSaidTwiceIsTheSameScope() {
        var token = Api.json(issue("talita@guiche.example", "{\"scopes\":[\"read\",\"read\"]}"));
        var reader = Api.at(home).with(token.getString("token"));

        assertThat(token.getJsonArray("scopes")).hasSize(1);
        assertThat(reader.get("me").statusCode()).isEqualTo(200);
        assertThat(reader.post("tickets", TICKET + "}").statusCode()).isEqualTo(403);
    }

    @Test
    void anEndedTokenIsWorthNothingAtOnce() {
        var token = Api.json(issue("igor@guiche.example"));
        var igor = Api.at(home).with(token.getString("token"));
        assertThat(igor.get("me").statusCode()).isEqualTo(200);

        igor.call("DELETE", "tokens/" + token.getString("id"), "");

        assertThat(igor.get("me").statusCode()).isEqualTo(401);
    }

    @Test
    void callsMakeNoSession() {
        var answers = List.of(
                bruno().get("me"),
                bruno().post("tickets", TICKET + "}"),
                Api.at(home).get("me"));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty());
    }
}
