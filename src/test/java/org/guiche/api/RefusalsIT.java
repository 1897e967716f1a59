package org.guiche.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, what comes back is an answer or a refusal in Portuguese that says what to do; never a fault of ours. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefusalsIT {

    private static final String LOJA =
            "'unit':'loja','subject':'Recusas','description':'O frete não soma.','answers':{'pedido':'88121'}";

    private static final Set<String> BODILESS = Set.of("GET", "DELETE");

    @ArquillianResource
    URL home;

    private static final int A_MINUTES_WORTH = 3000; // as the suite's server is told

    private Api admin;
    private String company;
    private String service;
    private String project;
    private Api talita;
    private String ticket;
    private long invited;
    private int contract;
    private long partner;
    private Api wild;
    private final String nobody = "Basic "
            + Base64.getEncoder().encodeToString((UUID.randomUUID() + "@ninguem.example:errada").getBytes(UTF_8));

    @BeforeEach
    void signIn() {
        talita = Api.at(home).as("talita@guiche.example");
        admin = Api.at(home).as("admin@guiche.example");
        ticket = Api.json(Api.at(home).as("bruno@jatoba.example").post("tickets", "{" + LOJA + "}"))
                .getString("code");
    }

    /** What the names in the addresses of all calls stand for. */
    private void thereIsOneOfEach() {
        var email = UUID.randomUUID() + "@recusas.example";
        invited = Api.json(admin.post("users", "{'name':'Convidada','email':'" + email + "'}"))
                .getJsonNumber("id")
                .longValue();
        company = first("companies?q=Casa%20Jatob%C3%A1");
        service = first("companies/" + company + "/services");
        project = first("companies/" + company + "/projects");
    }

    private String first(String list) {
        var items = Api.json(admin.get(list)).getJsonArray("items");
        return Integer.toString(items.getJsonObject(0).getInt("id"));
    }

    /** Whoever may make that call, were it right. */
    private Api of(Endpoint endpoint) {
        return endpoint.name().matches("\\S+ /(users|companies|partners|contracts).*") ? admin : talita;
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode())
                .as(answer.request() + " " + answer.body())
                .isEqualTo(status);
        isProblem(answer);
    }

    private static void isProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(answer.body())
                .hasValue("application/problem+json");
        var problem = Api.json(answer);
        assertThat(problem.keySet()).containsExactlyInAnyOrder("type", "title", "status", "detail", "errors");
        assertThat(problem.getInt("status")).isEqualTo(answer.statusCode());
        assertThat(problem.getString("detail"))
                .endsWith(".")
                .doesNotContain("{0}")
                .hasSizeLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "\\tat ", "java.", "org.guiche", "ERROR:");
        assertThat(ownWords(answer.body())).doesNotContain("null");
    }

    /** Without what it repeats of the request. */
    private static String ownWords(String problem) {
        return problem.replaceAll("“[^”]*”|\"field\":\"[^\"]*\"", "");
    }

    @Test
    void everyDescribedRefusalIsTheOneThatComes() throws IOException, InterruptedException {
        thereIsOneOfEach();
        var described = Description.at(home).operations();
        wild = exhausted();
        contract = new ContractCalls(home).requested();
        partner = Api.json(admin.get("contracts/" + contract)).getInt("partner");
        for (var endpoint : Endpoint.all()) {
            var statuses = described.get(endpoint.name()).statuses();
            var call = new Attempt(endpoint.verb(), path(endpoint.name()));
            for (var status : endpoint.isOfTus() ? Set.<Integer>of() : statuses) { // LargeUploadsIT
                provoke(endpoint, call, status);
            }
        }
    }

    /** Its address, with what there is in the places of its names. */
    private String path(String name) {
        return name.substring(name.indexOf('/') + 1)
                .replace("tickets/{code}", "tickets/" + ticket)
                .replace("users/{id}", "users/" + invited)
                .replace("units/{key}", "units/loja")
                .replace("reports/{name}", "reports/dashboard")
                .replace("sectors/{key}", "sectors/suporte")
                .replace("contracts/{id}", "contracts/" + contract)
                .replace("partners/{id}", "partners/" + partner)
                .replace("{kind}/{other}", "RELATED/1")
                .replace("companies/{id}", "companies/" + company)
                .replace("{service}", service)
                .replace("{project}", project)
                .replace("{id}", UUID.randomUUID().toString());
    }

    private record Attempt(String verb, String path) {}

    private void provoke(Endpoint endpoint, Attempt call, int status) {
        switch (status) {
            case 400 -> isProblem(send(of(endpoint), call, "{'a':", "application/json"), 400);
            case 401 -> isProblem(send(Api.at(home), call, "{}", type(endpoint)), 401);
            case 403 -> forbidden(endpoint, call);
            case 409 -> isProblem(repeated(call), 409);
            case 412 ->
                isProblem(of(endpoint).call(call.verb(), call.path(), body(endpoint), "If-Match", "\"7\""), 412);
            case 413 ->
                isProblem(
                        endpoint.takesBytes()
                                ? talita.upload("grande.txt", new byte[10 * 1024 * 1024 + 1])
                                : send(
                                        of(endpoint),
                                        call,
                                        "{'a':'" + "x".repeat(4 * 1024 * 1024) + "'}",
                                        "application/json"),
                        413);
            case 415 -> isProblem(send(of(endpoint), call, "oi", "text/plain"), 415);
            case 416 -> isProblem(beyondTheEnd(), 416);
            case 422 -> wrong(endpoint, call);
            case 429 -> tooMany(call);
            case 404 -> missing(endpoint, call);
            default ->
                assertThat(status).isIn(200, 201, 204, 206, 304, 410, 423, 503, 507); // 410, 423 and 507 elsewhere
        }
    }

    /** Whoever may only read may not write. A token is refused where a second factor is asked of all of the staff: SecondStepIT. */
    private void forbidden(Endpoint endpoint, Attempt call) {
        if (endpoint.name().equals("GET /reports/{name}")) {
            isProblem(Api.at(home).as("bruno@jatoba.example").get(call.path()), 403);
        } else if (!endpoint.name().equals("POST /tokens")) {
            isProblem(send(Api.at(home).as("igor@guiche.example", "read"), call, "{}", type(endpoint)), 403);
        }
    }

    private HttpResponse<String> beyondTheEnd() {
        var file = Api.json(talita.upload("nota.txt", "oi".getBytes(UTF_8))).getString("uploadId");
        talita.post("tickets/" + ticket + "/messages", "{'body':'Veja.','attachments':['" + file + "']}");
        return talita.send("GET", "attachments/" + file, BodyPublishers.noBody(), Map.of("Range", "bytes=999-"));
    }

    /** With a token that has nothing left, which another fifty calls a second are added to. */
    private void tooMany(Attempt call) {
        for (int i = 0; i < A_MINUTES_WORTH; i++) {
            var answer = again(call);
            if (answer.statusCode() == 429) {
                isProblem(answer);
                assertThat(answer.headers().firstValue("Retry-After"))
                        .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9]\\d{0,2}"));
                return;
            }
        }
        throw new AssertionError(call + " was never too much");
    }

    /** Where there is no token yet it is a name that nobody has. */
    private HttpResponse<String> again(Attempt call) {
        return call.equals(new Attempt("POST", "tokens"))
                ? Api.at(home).post("tokens", "{}", "Authorization", nobody)
                : send(wild, call, "{}", "application/json");
    }

    /** The token of a program that runs wild. */
    private Api exhausted() {
        var basic = Base64.getEncoder().encodeToString("carla@araca.example:guiche-demo".getBytes(UTF_8));
        var issued = Api.at(home).post("tokens", "{'name':'sem freio'}", "Authorization", "Basic " + basic);
        var program = Api.at(home).with(Api.json(issued).getString("token"));
        for (int i = 0; i < A_MINUTES_WORTH; i++) {
            program.get("me");
        }
        return program;
    }

    private static String type(Endpoint endpoint) {
        return endpoint.takesBytes() ? "multipart/form-data; boundary=x" : "application/json";
    }

    private static String body(Endpoint endpoint) {
        return switch (endpoint.method().getName()) {
            case "status" -> "{'status':'resolvido'}";
            case "assign" -> "{'assignee':'me'}";
            case "add" -> "{'body':'Oi','name':'Oi'}";
            case "followUp" -> "{'body':'Oi'}";
            case "merge" -> "{'into':'1'}";
            case "rate", "rateReply" -> "{'score':5}";
            case "confirm" -> "{'proof':'CALL_BACK'}";
            case "invite" -> "{'name':'Ana','email':'" + UUID.randomUUID() + "@recusas.example','company':999999999}";
            case "link" -> "{'kind':'RELATED','ticket':'1'}";
            case "undo", "unlink" -> "";
            case "approve" -> "{'startsOn':'2026-01-01','endsOn':'2035-12-31'}";
            case "refuse", "suspend", "revoke" -> "{'reason':'Por isso.'}";
            case "renew" -> "{'endsOn':'2036-12-31'}";
            case "replace" -> "{'document':'" + UUID.randomUUID() + "'}";
            case "grant" -> "{'cpf':'52998224725','name':'Alguém','email':'alguem@recusas.example'}";
            default -> "{}";
        };
    }

    private static HttpResponse<String> send(Api api, Attempt call, String body, String type) {
        var publisher = BODILESS.contains(call.verb())
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body.replace('\'', '"'));
        return api.send(call.verb(), call.path(), publisher, Map.of("Content-Type", type));
    }

    private void wrong(Endpoint endpoint, Attempt call) {
        if (endpoint.takesAPage()) {
            isProblem(of(endpoint).get(call.path() + "?limit=0"), 422);
            isProblem(of(endpoint).get(call.path() + "?limit=201"), 422);
            isProblem(of(endpoint).get(call.path() + "?cursor=nada"), 422);
            return;
        }
        if (endpoint.name().equals("GET /reports/{name}")) {
            for (var query : List.of(
                    "from=ontem",
                    "from=2026-02-01&to=2026-01-01",
                    "unit=nada",
                    "format=xls",
                    "by=a",
                    "target=0",
                    "target=101")) {
                isProblem(of(endpoint).get(call.path() + "?" + query), 422);
            }
            return;
        }
        if (endpoint.name().equals("POST /tokens")) {
            isProblem(token(call, "{}", "k".repeat(201)), 422);
            for (var body : List.of("{'scopes':['nada']}", "{'name':' '}", "{'expiresAt':'2020-01-01T00:00:00Z'}")) {
                isProblem(token(call, body, UUID.randomUUID().toString()), 422);
            }
            return;
        }
        var wrongKey = of(endpoint)
                .send(
                        call.verb(),
                        call.path(),
                        BodyPublishers.ofString("{\"a\":1}"),
                        Map.of("Content-Type", type(endpoint), "Idempotency-Key", "k".repeat(201)));
        if (call.verb().equals("POST")) {
            isProblem(wrongKey, 422);
        } else {
            isProblem(of(endpoint).call(call.verb(), call.path(), "{'subject':{},'name':{},'document':{}}"), 422);
        }
    }

    private HttpResponse<String> repeated(Attempt call) {
        var key = UUID.randomUUID().toString();
        assertThat(token(call, "{}", key).statusCode()).isEqualTo(201);
        return token(call, "{}", key);
    }

    private HttpResponse<String> token(Attempt call, String body, String key) {
        var basic = Base64.getEncoder().encodeToString("talita@guiche.example:guiche-demo".getBytes(UTF_8));
        return Api.at(home).post(call.path(), body, "Authorization", "Basic " + basic, "Idempotency-Key", key);
    }

    private void missing(Endpoint endpoint, Attempt call) {
        var nowhere = call.path()
                .replace("contracts/" + contract, "contracts/999999999")
                .replace("partners/" + partner, "partners/999999999")
                .replace("tickets/" + ticket, "tickets/999999999")
                .replace("users/" + invited, "users/999999999")
                .replaceFirst("^users$", endpoint.verb().equals("GET") ? "users?company=999999999" : "users")
                .replace("companies/" + company, "companies/999999999")
                .replace("/loja", "/nada")
                .replace("reports/dashboard", "reports/nada")
                .replace("/suporte", "/nada");
        var body = endpoint.name().equals("POST /tickets") ? "{" + LOJA + ",'onBehalfOf':999999}" : body(endpoint);
        isProblem(send(of(endpoint), new Attempt(call.verb(), nowhere), body, "application/json"), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nada, 404",
        "GET, tickets/abc, 404",
        "GET, tickets/0, 404",
        "GET, tickets/99999999999999999999, 404",
        "GET, tickets/../../etc/passwd, 404",
        "GET, attachments/nada, 404",
        "DELETE, tokens/nada, 404",
        "DELETE, tickets, 405",
        "PUT, me, 405",
        "POST, tickets/1, 405",
    })
    void whatIsNotThereIsRefusedInWords(String verb, String path, int status) {
        var answer = talita.send(verb, path, BodyPublishers.noBody(), Map.of());

        isProblem(answer, status);
        if (status == 405) {
            assertThat(answer.headers().firstValue("Allow")).isPresent();
        }
    }

    /** What never gets as far as us is refused by the server, briefly. */
    @ParameterizedTest
    @CsvSource({"GET, tickets/48001%00, 400", "GET, units/%C3%A7%00, 400", "TRACE, me, 405"})
    void whatIsNoRequestIsRefusedByTheServer(String verb, String path, int status) {
        var answer = talita.send(verb, path, BodyPublishers.noBody(), Map.of());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "Payara", "java.");
    }

    @Test
    void anotherFormatThanJsonIsNotThere() {
        isProblem(talita.send("GET", "me", BodyPublishers.noBody(), Map.of("Accept", "text/xml")), 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00",
                "q=%ED%A0%80",
                "q=%22%22%22%28%26%7C",
                "q=-",
                "q='; drop table tickets_ticket; --",
                "status=%00",
                "status=a,b,,c",
                "status=%7B%22",
                "category=NADA",
                "sort=x",
                "sort=",
                "assignee=todos",
                "assignee=99999999999999999999",
                "requester=-1",
                "requester=1e9",
                "company=99999999999999999999999",
                "unit=nada",
                "sector=nada",
                "updatedSince=ontem",
                "updatedSince=%2B999999999-12-31T23:59:59Z",
                "updatedSince=-000001-01-01T00:00:00Z",
                "limit=9999999999",
                "limit=-1",
                "limit=1&limit=2",
                "cursor=%00",
                "cursor=KzEyMzQ1LTEyLTMxVDIzOjU5OjU5WiAx",
                "cursor=MjAyNi0xMS0yM1QxODo1Mjo0My4yMTZaIDk5OTk5OTk5OTk5OTk5OTk5OTk5",
                "cursor=cSA0ODAxMA",
            })
    void listsTakeAnyParameters(String query) {
        for (var list : List.of("tickets", "sectors/suporte/queue", "units", "tickets/" + ticket + "/events")) {
            var answer = talita.get(list + "?" + query.replace(" ", "%20").replace("'", "%27"));
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 422);
            if (answer.statusCode() != 200) {
                isProblem(answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "\"\"",
                "{",
                "{'unit':}",
                "{'unit':'loja'",
                "\u0000",
                "{'unit':1}",
                "{'unit':null}",
                "{'unit':'\\u0000'}",
                "{" + LOJA + ",'subject':'\\ud800'}",
                "{" + LOJA + ",'answers':[]}",
                "{" + LOJA + ",'answers':{'pedido':{'a':1}}}",
                "{" + LOJA + ",'answers':{'pedido':[[1]]}}",
                "{" + LOJA + ",'answers':{'pedido':1e999999999}}",
                "{" + LOJA + ",'onBehalfOf':'x'}",
                "{" + LOJA + ",'onBehalfOf':1.5}",
                "{" + LOJA + ",'onBehalfOf':99999999999999999999}",
                "{" + LOJA + ",'onBehalfOf':-1}",
                "{" + LOJA + ",'project':999999}",
                "{" + LOJA + ",'attachments':['x']}",
                "{" + LOJA + ",'attachments':[null]}",
                "{" + LOJA + ",'attachments':{}}",
                "{" + LOJA + ",'cc':'a@b'}",
                "{" + LOJA + ",'cc':['a b']}",
                "{" + LOJA + ",'contact':{'name':'','email':'x','phone':'1'}}",
                "{" + LOJA + ",'contact':[]}",
                "{" + LOJA + ",'priority':'ALTA'}",
                "{" + LOJA + ",'descriptionFormat':'rtf'}",
                "{" + LOJA + ",'subjectParts':{'titulo':1}}",
                "{" + LOJA + ",'description':'   '}",
                "{'unit':'nada','description':'x'}",
                "{'unit':'parceiros','description':'x','classification':'nada','onBehalfOf':1}",
            })
    void aRequestThatIsNoneIsRefusedAndLeavesNothing(String body) {
        var bruno = Api.at(home).as("bruno@jatoba.example");
        var before = Api.json(bruno.get("tickets?limit=1&sort=created")).getJsonArray("items");
        var answer = bruno.post("tickets", body);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404, 422);
        isProblem(answer);
        assertThat(Api.json(bruno.get("tickets?limit=1&sort=created")).getJsonArray("items"))
                .isEqualTo(before);
    }

    @Test
    void aFieldAtFaultIsNamedWithItsPlace() {
        var answer = talita.post("tickets", "{'unit':'loja','attachments':['x'],'cc':[1]}");

        isProblem(answer, 422);
        assertThat(Api.json(answer).getJsonArray("errors").stream()
                        .map(error -> error.asJsonObject().getString("field")))
                .containsExactlyInAnyOrder("description", "attachments[0]", "cc[0]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messages | {'body':'  '} | body",
                "messages | {'body':'','visibility':'internal'} | body",
                "status | {'status':'respondido','note':'LONG'} | note",
            })
    void anEmptyOrEndlessTextIsAtFaultByItsOwnName(String call, String body, String field) {
        var answer = talita.post("tickets/" + ticket + "/" + call, body.replace("LONG", "x".repeat(200_001)));

        isProblem(answer, 422);
        assertThat(Api.json(answer).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(field);
    }

    /** Every body of every call, broken at random: the same ones in every run. */
    @Test
    void brokenBodiesAreNeverAFaultOfOurs() {
        thereIsOneOfEach();
        var random = new Random(20261124);
        var bodies = List.of(
                "{" + LOJA + ",'cc':['a@b.example'],'contact':{'name':'Ana'},'attachments':[],'priority':'HIGH'}",
                "{'body':'Oi','visibility':'public','cc':['a@b.example'],'thenStatus':'resolvido'}",
                "{'status':'stand-by','reason':'correcao','note':'nota'}",
                "{'assignee':1}",
                "{'answers':{'pedido':'1','afetaVenda':true},'onBehalfOf':1,'project':2}",
                "{'subject':'a','tags':['b'],'cc':[],'answers':{'pedido':'3'}}",
                "{'calendar':{'zone':'America/Sao_Paulo','bands':{'MON':['09:00-12:00']},'holidays':['2026-12-25']},"
                        + "'start':'2026-11-25T12:00:00Z','amount':'PT72H','clock':'OPEN_HOURS','pauses':[]}");
        var paths = Endpoint.all().stream()
                .filter(endpoint ->
                        endpoint.body().isPresent() && !endpoint.name().equals("POST /tokens"))
                .toList();
        for (int i = 0; i < 600; i++) {
            var endpoint = paths.get(random.nextInt(paths.size()));
            var body = broken(bodies.get(random.nextInt(bodies.size())), random);
            var answer = talita.call(endpoint.verb(), path(endpoint.name()), body);
            assertThat(answer.statusCode()).as(endpoint.name() + " " + body).isLessThan(500);
            if (answer.statusCode() >= 400) {
                isProblem(answer);
            }
        }
    }

    private static String broken(String body, Random random) {
        var scraps = List.of(
                "'", "{", "}", "[", "]", ",", ":", "null", "-1", "1e400", "\\u0000", "\uD800", "true", "\t", "é");
        var text = new StringBuilder(body);
        for (int i = random.nextInt(3); i >= 0; i--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, scraps.get(random.nextInt(scraps.size())));
                case 1 -> text.deleteCharAt(at);
                default -> text.replace(at, Math.min(text.length(), at + 4), scraps.get(random.nextInt(scraps.size())));
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "W/\"1\"x", "\"1\", \"2\"", "\"\u00e9"})
    void aTagThatIsNoneIsRefusedAsUnreadable(String tag) {
        var answer = talita.call("PATCH", "tickets/" + ticket, "{'tags':[]}", "If-Match", tag);

        isProblem(answer, 400);
    }

    @Test
    void theVersionDecidesWhoIsLate() {
        var first = talita.call("PATCH", "tickets/" + ticket, "{'tags':['a']}", "If-Match", "\"1\"");
        var late = talita.call("PATCH", "tickets/" + ticket, "{'tags':['b']}", "If-Match", "\"1\"");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).hasValue("\"2\"");
        isProblem(late, 412);
        assertThat(Api.json(talita.get("tickets/" + ticket))
                        .getJsonArray("tags")
                        .getString(0))
                .isEqualTo("a");
    }
}
