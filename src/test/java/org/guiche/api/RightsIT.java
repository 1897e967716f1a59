package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.guiche.support.Samples;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a call answers when it is done, each call by whoever of all who may has the fewest rights; and what a field in its body may ask for
 * that the call itself may not. Everybody else, and everybody's things, are in {@code matrix.AccessMatrixIT}. The ticket is Bruno's, of
 * Casa Jatobá, waiting in the sector Suporte: Joana manages his company, Rafael works in that sector, Igor in another one.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RightsIT {

    private static final String BRUNO = "bruno@jatoba.example";

    private static final String TABLE = """
            POST /tokens                                | requester     | 201
            DELETE /tokens/{id}                         | requester     | 204
            GET /me                                     | requester     | 200
            GET /companies                              | requester     | 200
            GET /users                                  | manager       | 200
            POST /users                                 | manager       | 201
            POST /users for another company             | administrator | 201
            POST /users for another company             | manager       | 404
            POST /users with a role                     | administrator | 201
            POST /users with a role                     | manager       | 403
            GET /users/{id}                             | manager       | 200
            GET /users/{id} of another company          | administrator | 200
            PATCH /users/{id}                           | manager       | 200
            PATCH /users/{id} with a role               | administrator | 200
            PATCH /users/{id} with a role               | manager       | 403
            POST /companies                             | administrator | 201
            GET /companies/{id}                         | administrator | 200
            PATCH /companies/{id}                       | administrator | 200
            GET /companies/{id}/services                | administrator | 200
            POST /companies/{id}/services               | administrator | 201
            PATCH /companies/{id}/services/{service}    | administrator | 200
            GET /companies/{id}/projects                | administrator | 200
            POST /companies/{id}/projects               | administrator | 201
            PATCH /companies/{id}/projects/{project}    | administrator | 200
            GET /units                                  | requester     | 200
            GET /units/{key}                            | requester     | 200
            POST /units/{key}/form                      | requester     | 200
            POST /calendar/preview                      | requester     | 200
            GET /demo/clock                             | requester     | 200
            POST /demo/clock                            | requester     | 200
            GET /sectors                                | requester     | 200
            GET /sectors/{key}/queue                    | N1            | 200
            POST /sectors/{key}/next                    | N1            | 200
            GET /tickets                                | requester     | 200
            POST /tickets                               | requester     | 201
            POST /tickets for another client            | N1            | 201
            GET /tickets/{code}                         | requester     | 200
            PATCH /tickets/{code}                       | N1            | 200
            POST /tickets/{code}/status                 | requester     | 200
            POST /tickets/{code}/status hold            | N1            | 200
            POST /tickets/{code}/assignment             | N1            | 200
            GET /tickets/{code}/events                  | requester     | 200
            GET /tickets/{code}/deadlines               | requester     | 200
            GET /tickets/{code}/messages                | requester     | 200
            POST /tickets/{code}/messages               | requester     | 201
            POST /tickets/{code}/messages as a note     | N1            | 201
            POST /tickets/{code}/merge                  | N1            | 200
            DELETE /tickets/{code}/merge                | N1            | 200
            POST /tickets/{code}/split                  | N1            | 201
            POST /tickets/{code}/follow-up              | requester     | 201
            POST /tickets/{code}/rating                 | requester     | 200
            POST /messages/{id}/rating                  | requester     | 200
            POST /tickets/{code}/identity               | N1            | 200
            GET /tickets/{code}/links                   | requester     | 200
            POST /tickets/{code}/links                  | N1            | 201
            DELETE /tickets/{code}/links/{kind}/{other} | N1            | 204
            POST /users/{id}/export                     | administrator | 200
            POST /users/{id}/export of oneself          | requester     | 200
            POST /users/{id}/anonymisation              | administrator | 200
            GET /partners                               | administrator | 200
            POST /partners                              | administrator | 201
            GET /partners/{id}                          | administrator | 200
            PATCH /partners/{id}                        | administrator | 200
            GET /contracts                              | administrator | 200
            POST /contracts                             | administrator | 201
            GET /contracts/{id}                         | administrator | 200
            PATCH /contracts/{id}                       | administrator | 200
            GET /contracts/{id}/document                | administrator | 200
            POST /contracts/{id}/approval               | administrator | 200
            POST /contracts/{id}/refusal                | administrator | 200
            POST /contracts/{id}/suspension             | administrator | 200
            POST /contracts/{id}/resumption             | administrator | 200
            POST /contracts/{id}/revocation             | administrator | 200
            POST /contracts/{id}/renewal                | administrator | 201
            POST /contracts/{id}/grant                  | administrator | 201
            POST /uploads                               | requester     | 201
            OPTIONS /uploads/large                      | requester     | 204
            POST /uploads/large                         | requester     | 201
            HEAD /uploads/large/{id}                    | requester     | 200
            PATCH /uploads/large/{id}                   | requester     | 204
            DELETE /uploads/large/{id}                  | requester     | 204
            GET /attachments/{id}                       | requester     | 200
            GET /reports/{name}                         | manager       | 200
            GET /attachments/{id} of a note             | N1            | 200
            GET /scanner                                | administrator | 200
            POST /scanner/rescans                       | administrator | 200
            """;

    private static final Map<String, String> PEOPLE = Map.of(
            "requester", BRUNO,
            "manager", "joana@jatoba.example",
            "N1", "rafael@guiche.example",
            "N2", "igor@guiche.example",
            "supervisor", "talita@guiche.example",
            "administrator", "admin@guiche.example");

    private static final String TICKET =
            "{'unit':'loja','subject':'Direitos','description':'O frete não soma.','answers':{'pedido':'88121'}";

    @ArquillianResource
    URL home;

    /** How somebody makes a call, on things made for it. */
    interface Call {
        HttpResponse<String> by(Api caller, String email);
    }

    private Map<String, Call> calls() {
        var calls = new LinkedHashMap<String, Call>();
        calls.put("POST /tokens", (api, email) -> issue(email));
        calls.put("DELETE /tokens/{id}", (api, email) -> api.call("DELETE", "tokens/" + tokenOf(email), ""));
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
        calls.put("GET /reports/{name}", (api, email) -> api.get("reports/dashboard"));
        calls.put("GET /demo/clock", (api, email) -> api.get("demo/clock"));
        calls.put("POST /demo/clock", (api, email) -> api.post("demo/clock", "{'advance':'PT1S'}"));
        calls.put("GET /sectors", (api, email) -> api.get("sectors"));
        calls.put("GET /sectors/{key}/queue", (api, email) -> api.get("sectors/suporte/queue"));
        calls.put("POST /sectors/{key}/next", (api, email) -> {
            ticket();
            return api.post("sectors/suporte/next", "");
        });
        people(calls);
        companies(calls);
        tickets(calls);
        together(calls);
        files(calls);
        personal(calls);
        calls.putAll(new ContractCalls(home).all());
        return calls;
    }

    private void people(Map<String, Call> calls) {
        calls.put("GET /users", (api, email) -> api.get("users"));
        calls.put("POST /users", (api, email) -> api.post("users", somebody("Casa Jatobá", "")));
        calls.put("POST /users for another company", (api, email) -> api.post("users", somebody("Loja Araçá", "")));
        calls.put(
                "POST /users with a role",
                (api, email) -> api.post("users", somebody("Casa Jatobá", ",'roles':['AGENT_N1']")));
        calls.put("GET /users/{id}", (api, email) -> api.get("users/" + contact("Casa Jatobá")));
        calls.put("GET /users/{id} of another company", (api, email) -> api.get("users/" + contact("Loja Araçá")));
        calls.put(
                "PATCH /users/{id}",
                (api, email) -> api.call("PATCH", "users/" + contact("Casa Jatobá"), "{'name':'Outro Nome'}"));
        calls.put(
                "PATCH /users/{id} with a role",
                (api, email) -> api.call("PATCH", "users/" + contact("Casa Jatobá"), "{'roles':['AGENT_N1']}"));
    }

    private String somebody(String company, String more) {
        return "{'name':'Pessoa de Contato','email':'" + UUID.randomUUID() + "@direitos.example','company':"
                + company(company) + more + "}";
    }

    private String contact(String company) {
        var admin = Api.at(home).as("admin@guiche.example");
        return Api.json(admin.post("users", somebody(company, "")))
                .getJsonNumber("id")
                .toString();
    }

    private void personal(Map<String, Call> calls) {
        calls.put(
                "POST /users/{id}/export",
                (api, email) -> api.post("users/" + idOf("carla@araca.example") + "/export", ""));
        calls.put(
                "POST /users/{id}/export of oneself", (api, email) -> api.post("users/" + idOf(email) + "/export", ""));
        calls.put(
                "POST /users/{id}/anonymisation",
                (api, email) -> api.post("users/" + idOf("carla@araca.example") + "/anonymisation?dryRun=true", "{}"));
    }

    private long idOf(String email) {
        return Api.json(Api.at(home).as(email).get("me")).getInt("id");
    }

    private void companies(Map<String, Call> calls) {
        calls.put("POST /companies", (api, email) -> api.post("companies", "{'name':'Direitos'}"));
        calls.put("GET /companies/{id}", (api, email) -> api.get(company()));
        calls.put("PATCH /companies/{id}", (api, email) -> api.call("PATCH", company(), "{'address':'Rua A'}"));
        for (var part : List.of("services", "projects")) {
            var name = part.substring(0, part.length() - 1);
            calls.put("GET /companies/{id}/" + part, (api, email) -> api.get(company() + "/" + part));
            calls.put(
                    "POST /companies/{id}/" + part,
                    (api, email) -> api.post(company() + "/" + part, "{'name':'Direitos'}"));
            calls.put("PATCH /companies/{id}/" + part + "/{" + name + "}", (api, email) -> {
                var list = company() + "/" + part;
                var added = Api.json(admin().post(list, "{'name':'Direitos'}"));
                return api.call("PATCH", list + "/" + added.getInt("id"), "{'name':'Outros'}");
            });
        }
    }

    /** Where a company is that was added just now. */
    private String company() {
        return "companies/"
                + Api.json(admin().post("companies", "{'name':'Direitos'}")).getInt("id");
    }

    private Api admin() {
        return Api.at(home).as("admin@guiche.example");
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
                "POST /tickets/{code}/rating",
                (api, email) -> api.post("tickets/" + solved() + "/rating", "{'score':4}"));
        calls.put("POST /messages/{id}/rating", (api, email) -> {
            var said = Api.json(talita().post("tickets/" + ticket() + "/messages", "{'body':'Já olhamos.'}"));
            return api.post("messages/" + said.getInt("id") + "/rating", "{'score':4}");
        });
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
        calls.put(
                "OPTIONS /uploads/large",
                (api, email) -> api.send("OPTIONS", ApiPieces.START, BodyPublishers.noBody(), Map.of()));
        calls.put("POST /uploads/large", (api, email) -> new ApiPieces(api).begin("nota.txt", 2));
        calls.put("HEAD /uploads/large/{id}", (api, email) -> new ApiPieces(api).head(large(api)));
        calls.put(
                "PATCH /uploads/large/{id}",
                (api, email) -> new ApiPieces(api).piece(large(api), 0, new byte[] {'o', 'i'}));
        calls.put("DELETE /uploads/large/{id}", (api, email) -> new ApiPieces(api).end(large(api)));
        calls.put("GET /attachments/{id}", (api, email) -> api.get("attachments/" + file("public")));
        calls.put("GET /scanner", (api, email) -> api.get("scanner"));
        calls.put("POST /scanner/rescans", (api, email) -> api.post("scanner/rescans", ""));
        calls.put("GET /attachments/{id} of a note", (api, email) -> api.get("attachments/" + file("internal")));
    }

    private Api bruno() {
        return Api.at(home).as(BRUNO);
    }

    private Api talita() {
        return Api.at(home).as("talita@guiche.example");
    }

    private HttpResponse<String> issue(String email) {
        return issue(email, "{}");
    }

    private HttpResponse<String> issue(String email, String body) {
        var basic = Base64.getEncoder().encodeToString((email + ":guiche-demo").getBytes(StandardCharsets.UTF_8));
        return Api.at(home).post("tokens", body, "Authorization", "Basic " + basic);
    }

    private String tokenOf(String email) {
        return Api.json(issue(email)).getString("id");
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
        return TICKET + ",'onBehalfOf':" + company(company) + "}";
    }

    private int company(String company) {
        var words = URLEncoder.encode(company, StandardCharsets.UTF_8);
        return Api.json(talita().get("companies?q=" + words)).getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("name").equals(company))
                .map(item -> item.getInt("id"))
                .findFirst()
                .orElseThrow();
    }

    private static String large(Api api) {
        return new ApiPieces(api).begun("nota.txt", 2);
    }

    private String file(String visibility) {
        var upload = Api.json(talita().upload("tela.png", Samples.png())).getString("uploadId");
        talita().post(
                        "tickets/" + ticket() + "/messages",
                        "{'body':'Veja','visibility':'" + visibility + "','attachments':['" + upload + "']}");
        return upload;
    }

    @Test
    void everyCallAnswersAsTheTableSays() {
        var calls = calls();
        var rows = TABLE.lines().map(RightsIT::words).toList();

        var actual = rows.stream()
                .map(row -> {
                    var email = Objects.requireNonNull(PEOPLE.get(row.get(1)), row.get(1));
                    var call = Objects.requireNonNull(calls.get(row.get(0)), row.get(0));
                    var answer = call.by(Api.at(home).as(email), email);
                    return List.of(row.get(0), row.get(1), Integer.toString(answer.statusCode()));
                })
                .toList();

        assertThat(actual).containsExactlyElementsOf(rows);
    }

    /** The cells of a row, without the spaces between. */
    private static List<String> words(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    @Test
    void noCallIsMissingFromTheTable() {
        var named = TABLE.lines()
                .map(line -> words(line).get(0))
                .map(name -> name.split(" ", -1)[0] + " " + name.split(" ", -1)[1])
                .collect(Collectors.toSet());

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Endpoint.all().stream().map(Endpoint::name).toList());
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
