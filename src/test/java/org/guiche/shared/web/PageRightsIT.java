package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an address answers for which there is no such thing, from which one is sent on, or that is asked for in another way; who may open
 * which page is in {@code matrix.PageMatrixIT}. {@code (bruno)} stands for the code of a ticket of Bruno's own, {@code (file)} for a file
 * that is on one, {@code (waiting)} for one that is on none.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageRightsIT {

    private static final Map<String, String> PEOPLE = Map.of(
            "bruno", "bruno@jatoba.example",
            "joana", "joana@jatoba.example",
            "carla", "carla@araca.example",
            "paulo", "paulo@aroeira.example",
            "rafael", "rafael@guiche.example",
            "talita", "talita@guiche.example",
            "admin", "admin@guiche.example");
    private static final Map<String, Site> SITES = new ConcurrentHashMap<>();
    private static final Map<String, String> CODES = new ConcurrentHashMap<>();

    /** What the rows of {@code matrix/pages.txt} have not: where there is nothing, where one is sent on, what is not asked that way. */
    private static final String TABLE = """
            address                                  | who    | status
            GET /accounts/signin                     | nobody | 200
            GET /accounts/signin                     | bruno  | 302
            GET /accounts/password?link=x            | nobody | 410
            GET /accounts/linking                    | nobody | 410
            GET /accounts/email?link=x               | nobody | 410
            GET /partners/confirm?link=x             | nobody | 410
            GET /accounts/code                       | nobody | 302
            GET /accounts/code                       | bruno  | 302
            GET /accounts/people?person=999999999    | admin  | 404
            GET /accounts/people?person=999999999    | talita | 403
            GET /accounts/contacts?company=999999999 | joana  | 404
            GET /accounts/contacts?person=999999999  | joana  | 404
            GET /accounts/contacts?person=999999999  | admin  | 404
            GET /privacy/person?person=x             | admin  | 404
            GET /privacy/copies/999999999            | bruno  | 404
            GET /partners/partners?partner=x         | admin  | 404
            GET /partners/partners?partner=999999999 | admin  | 404
            GET /partners/companies?company=999999999 | admin | 404
            GET /partners/import?import=x            | admin  | 404
            GET /partners/document?contract=1        | admin  | 404
            GET /index                               | bruno  | 200
            GET /index                               | rafael | 302
            GET /tickets/ticket?code=(bruno)         | joana  | 200
            GET /tickets/ticket?code=(bruno)         | rafael | 302
            GET /tickets/ticket?code=1               | bruno  | 404
            GET /tickets/ticket?code=x               | bruno  | 404
            GET /tickets/ticket                      | bruno  | 404
            GET /tickets/ticket?code=x               | rafael | 404
            GET /tickets/opened?code=x               | bruno  | 404
            GET /tickets/contact                     | paulo  | 302
            GET /tickets/classification              | paulo  | 302
            GET /channels/notifications?after=x      | bruno  | 404
            GET /units/service?unit=x                | admin  | 404
            GET /units/unit?unit=nenhuma             | admin  | 404
            GET /units/delegates?unit=nenhuma        | admin  | 404
            GET /units/form?unit=nenhuma             | admin  | 404
            GET /units/form?unit=loja&look=99        | admin  | 404
            GET /attachments/(unknown)               | bruno  | 404
            GET /attachments/x                       | bruno  | 404
            GET /attachments/(unknown)/thumb         | bruno  | 404
            GET /attachments/(unknown)/view          | bruno  | 404
            GET /attachments/(file)/other            | bruno  | 404
            POST /uploads                            | bruno  | 201
            DELETE /uploads/(waiting)                | bruno  | 204
            DELETE /uploads/(file)                   | bruno  | 404
            POST /partners/files                     | nobody | 422
            DELETE /partners/files/x                 | bruno  | 404
            DELETE /partners/files/(unknown)         | nobody | 404
            DELETE /partners/files/(file)            | nobody | 404
            POST /partners/imports                   | admin  | 415
            POST /accounts/theme?theme=system        | bruno  | 204
            POST /accounts/theme?theme=x             | bruno  | 422
            GET /accounts/oidc                       | nobody | 302
            GET /accounts/oidc/callback              | bruno  | 302
            GET /accounts/signout                    | bruno  | 405
            POST /accounts/signout                   | carla  | 302
            POST /demo/advance?by=x                  | talita | 422
            GET /demo/advance                        | bruno  | 405
            GET /health/live                         | nobody | 200
            LIVE /tickets/mine                       | nobody | 302
            LIVE /tickets/mine                       | bruno  | 101
            """;

    private static final String BOUNDARY = "limite";
    private static final Pattern CHANNEL = Pattern.compile("(/jakarta\\.faces\\.push/tickets\\?[0-9a-f-]+)");

    @ArquillianResource
    URL home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
    void anAddressAnswersAsTheTableSays(String address, String who, int status) {
        assertThat(call(who, address)).isEqualTo(status);
    }

    private Site site(String who) {
        return who.equals("nobody")
                ? Site.at(home)
                : SITES.computeIfAbsent(who, name -> Site.at(home).as(PEOPLE.get(name)));
    }

    private int call(String who, String what) {
        var words = what.split(" ", 2);
        var path = named(words[1]);
        var request = site(who).request(path);
        return switch (words[0]) {
            case "GET" -> site(who).get(path).statusCode();
            case "DELETE" -> site(who).send(request.DELETE()).statusCode();
            case "LIVE" -> live(who, path);
            default -> post(who, request, path);
        };
    }

    private int post(String who, HttpRequest.Builder request, String path) {
        var body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"nota.txt\"\r\n\r\noi\r\n--%1$s--\r\n"
                        .formatted(BOUNDARY);
        if (path.equals("/uploads")) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        }
        var status = site(who).send(request.POST(BodyPublishers.ofString(body))).statusCode();
        if (path.equals("/accounts/signout")) {
            SITES.remove(who);
        }
        return status;
    }

    /** Ties the line that the page asks for; a stranger has no page, and tries somebody's. */
    private int live(String who, String page) {
        var line = CHANNEL.matcher(
                site(who.equals("nobody") ? "bruno" : who).get(page).body());
        assertThat(line.find()).as("a line of %s", who).isTrue();
        var address = URI.create(home.toString().replaceFirst("^http", "ws")).resolve(line.group(1));
        try {
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Cookie", "x=y; " + site(who).cookies())
                    .buildAsync(address, new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }

    /** With what there is in the places of its names. */
    private String named(String path) {
        return switch (path.replaceFirst("[^(]*", "")) {
            case "(bruno)" -> path.replace("(bruno)", code("bruno"));
            case "(file)" -> path.replace("(file)", sent());
            case "(waiting)" -> path.replace("(waiting)", uploaded("bruno"));
            default -> path.replace("(unknown)", UUID.randomUUID().toString());
        };
    }

    private String sent() {
        var file = uploaded("talita");
        var ticket = Api.at(home).as(PEOPLE.get("bruno")).post("tickets", """
                {'unit':'loja','subject':'Com arquivos','description':'Veja.','answers':{'pedido':'88121'}}""");
        var answer = Api.at(home)
                .as(PEOPLE.get("talita"))
                .post(
                        "tickets/" + Api.json(ticket).getString("code") + "/messages",
                        "{'body':'Veja.','attachments':['%s']}".formatted(file));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return file;
    }

    private String uploaded(String who) {
        var answer = Api.at(home).as(PEOPLE.get(who)).upload("nota.txt", "oi".getBytes(StandardCharsets.UTF_8));
        return Api.json(answer).getString("uploadId");
    }

    /** A ticket that they opened themselves. */
    private String code(String who) {
        return CODES.computeIfAbsent(who, name -> {
            var api = Api.at(home).as(PEOPLE.get(name));
            var me = Api.json(api.get("me")).getJsonNumber("id").longValue();
            return Api.json(api.get("tickets?limit=1&requester=" + me))
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getString("code");
        });
    }
}
