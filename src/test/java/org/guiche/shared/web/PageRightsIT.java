package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiche.support.Api;
import org.guiche.support.Pages;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may open which page: 200 it is shown, 302 one is sent on, 404 it does not exist for that person. {@code (bruno)} stands
 * for the code of a ticket of Bruno's own, {@code (marina)} for one of Marina's, opened for Bruno's company.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageRightsIT {

    private static final Map<String, String> PEOPLE = Map.of(
            "bruno", "bruno@jatoba.example",
            "joana", "joana@jatoba.example",
            "carla", "carla@araca.example",
            "marina", "marina@mirante.example",
            "paulo", "paulo@aroeira.example",
            "rafael", "rafael@guiche.example",
            "igor", "igor@guiche.example",
            "talita", "talita@guiche.example",
            "admin", "admin@guiche.example");
    private static final List<String> COLUMNS =
            List.of("nobody", "bruno", "joana", "carla", "marina", "paulo", "rafael", "igor", "talita", "admin");
    private static final Map<String, Site> SITES = new ConcurrentHashMap<>();
    private static final Map<String, String> CODES = new ConcurrentHashMap<>();
    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    /** Every page there is stands in the table. */
    private static final String TABLE = """
            page                              | nobody | bruno | joana | carla | marina | paulo | rafael | igor   | talita | admin
            /accounts/signin                  | 200    | 302   | 302   | 302   | 302    | 302   | 302    | 302    | 302    | 302
            /accounts/forgot                  | 200    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            /accounts/signup                  | 200    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            /accounts/password?link=x         | 410    | 410   | 410   | 410   | 410    | 410   | 410    | 410    | 410    | 410
            /accounts/me                      | 302    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            /index                            | 302    | 200   | 200   | 200   | 200    | 200   | 302    | 302    | 302    | 302
            /tickets/mine                     | 302    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            /tickets/ticket?code=(bruno)      | 302    | 200   | 200   | 404   | 404    | 404   | 302    | 302    | 302    | 302
            /tickets/ticket?code=(marina)     | 302    | 404   | 404   | 404   | 200    | 404   | 302    | 302    | 302    | 302
            /tickets/ticket?code=1            | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            /tickets/ticket?code=x            | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            /tickets/ticket                   | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            /tickets/open                     | 302    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            /tickets/opened?code=(bruno)      | 302    | 200   | 200   | 404   | 404    | 404   | 200    | 200    | 200    | 200
            /tickets/opened?code=(marina)     | 302    | 404   | 404   | 404   | 200    | 404   | 200    | 200    | 200    | 200
            /tickets/opened?code=x            | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            /tickets/contact                  | 302    | 302   | 302   | 302   | 302    | 302   | 302    | 302    | 302    | 302
            /tickets/workspace                | 302    | 403   | 403   | 403   | 403    | 403   | 200    | 200    | 200    | 200
            /tickets/workspace?code=(bruno)   | 302    | 403   | 403   | 403   | 403    | 403   | 200    | 200    | 200    | 200
            /tickets/triage                   | 302    | 403   | 403   | 403   | 403    | 403   | 200    | 403    | 200    | 200
            /tickets/triage?sector=marketing  | 302    | 403   | 403   | 403   | 403    | 403   | 200    | 403    | 200    | 200
            /tickets/availability             | 302    | 403   | 403   | 403   | 403    | 403   | 200    | 200    | 200    | 200
            /units/service?unit=cx            | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/service?unit=x             | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 404
            /tickets/deadlines?code=(bruno)   | 302    | 200   | 200   | 404   | 404    | 404   | 200    | 200    | 200    | 200
            /tickets/deadlines?code=(marina)  | 302    | 404   | 404   | 404   | 200    | 404   | 200    | 200    | 200    | 200
            /tickets/standards                | 200    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            /channels/notifications           | 302    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            /channels/notifications?after=x   | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            /tickets/timers                   | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /tickets/classification           | 302    | 302   | 302   | 302   | 302    | 302   | 302    | 302    | 302    | 302
            /units/list                       | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/unit?unit=loja             | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/unit?unit=nenhuma          | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 404
            /units/status?unit=loja           | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/status?unit=loja&status=stand-by | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/classification?unit=parceiros | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/preset?unit=loja           | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/preset?unit=loja&preset=cx | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/new                        | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/sectors                    | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/sectors?sector=suporte     | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/changes                    | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/exchange                   | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/form?unit=parceiros        | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/form?unit=nenhuma          | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 404
            /units/form?unit=loja&look=1      | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            /units/form?unit=loja&look=99     | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 404
            /units/formtest?unit=parceiros    | 302    | 403   | 403   | 403   | 403    | 403   | 403    | 403    | 403    | 200
            """;

    /** The same for whatever else answers under a session; {@code (file)}, {@code (note)}: sent on a ticket of Bruno's. */
    private static final String OTHERS = """
            address                           | nobody | bruno | joana | carla | marina | paulo | rafael | igor   | talita | admin
            GET /attachments/(file)           | 302    | 200   | 200   | 404   | 404    | 404   | 200    | 200    | 200    | 200
            GET /attachments/(note)           | 302    | 404   | 404   | 404   | 404    | 404   | 200    | 200    | 200    | 200
            GET /attachments/(unknown)        | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            GET /attachments/x                | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            POST /uploads                     | 302    | 201   | 201   | 201   | 201    | 201   | 201    | 201    | 201    | 201
            DELETE /uploads/(waiting)         | 302    | 204   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            DELETE /uploads/(file)            | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 404
            POST /accounts/theme?theme=system | 302    | 204   | 204   | 204   | 204    | 204   | 204    | 204    | 204    | 204
            POST /accounts/theme?theme=x      | 302    | 422   | 422   | 422   | 422    | 422   | 422    | 422    | 422    | 422
            GET /accounts/signout             | 302    | 405   | 405   | 405   | 405    | 405   | 405    | 405    | 405    | 405
            POST /accounts/signout            | 302    | 302   | 302   | 302   | 302    | 302   | 302    | 302    | 302    | 302
            GET /units/export                 | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 200
            POST /demo/advance?by=x           | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 422    | 422
            GET /demo/advance                 | 302    | 405   | 405   | 405   | 405    | 405   | 405    | 405    | 405    | 405
            GET /metrics                      | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 200
            GET /health                       | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404    | 200
            GET /health/live                  | 200    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            GET /openapi                      | 302    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200    | 200
            LIVE /tickets/mine                | 302    | 101   | 101   | 101   | 101    | 101   | 101    | 101    | 101    | 101
            """;

    private static final String BOUNDARY = "limite";
    private static final Pattern CHANNEL = Pattern.compile("(/jakarta\\.faces\\.push/tickets\\?[0-9a-f-]+)");

    @ArquillianResource
    URL home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
    void everyPageOpensForWhomItIsAndForNobodyElse(ArgumentsAccessor row) {
        compare(row, (who, page) -> site(who).get(named(page)).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = OTHERS)
    void everyOtherAddressAnswersWhomItIsForAndNobodyElse(ArgumentsAccessor row) {
        compare(row, this::call);
    }

    private static void compare(ArgumentsAccessor row, BiFunction<String, String, Integer> status) {
        var what = String.valueOf(row.getString(0));
        var expected = new LinkedHashMap<String, Integer>();
        var found = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            expected.put(COLUMNS.get(i), row.getInteger(i + 1));
            found.put(COLUMNS.get(i), status.apply(COLUMNS.get(i), what));
        }
        assertThat(found).as(what).isEqualTo(expected);
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
            case "(marina)" -> path.replace("(marina)", code("marina"));
            case "(file)" -> path.replace("(file)", FILES.computeIfAbsent("public", this::sent));
            case "(note)" -> path.replace("(note)", FILES.computeIfAbsent("internal", this::sent));
            case "(waiting)" -> path.replace("(waiting)", uploaded("bruno"));
            default -> path.replace("(unknown)", UUID.randomUUID().toString());
        };
    }

    private String sent(String visibility) {
        var file = uploaded("talita");
        var ticket = Api.at(home).as(PEOPLE.get("bruno")).post("tickets", """
                {'unit':'loja','subject':'Com arquivos','description':'Veja.','answers':{'pedido':'88121'}}""");
        var answer = Api.at(home)
                .as(PEOPLE.get("talita"))
                .post(
                        "tickets/" + Api.json(ticket).getString("code") + "/messages",
                        "{'body':'Veja.','visibility':'%s','attachments':['%s']}".formatted(visibility, file));
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

    @Test
    void noPageIsMissingFromTheTable() {
        var pages = Pages.all().stream()
                .map(file -> file.toString().replace('\\', '/'))
                .filter(file -> !file.contains("/WEB-INF/"))
                .map(file -> file.replaceFirst("^src/main/webapp", "").replaceFirst("\\.xhtml$", ""))
                .collect(Collectors.toSet());
        var table = TABLE.lines()
                .skip(1)
                .map(line -> line.replaceFirst("[?|\\s].*", ""))
                .collect(Collectors.toSet());

        assertThat(table).isEqualTo(pages);
    }

    @Test
    void noServletIsMissingFromTheOtherTable() throws IOException {
        var address = Pattern.compile("@WebServlet\\(\\{?\"(/[^\"*]*[^\"*/])");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(file -> address.matcher(read(file)).results())
                            .map(found -> found.group(1))
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(path -> assertThat(OTHERS).contains(" " + path));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatDoesNotExistForOneLooksLikeWhatDoesNotExistAtAll() {
        var bruno = Site.at(home).as(PEOPLE.get("bruno"));

        var bodies = List.of("/tickets/ticket?code=" + code("marina"), "/tickets/ticket?code=999999999").stream()
                .map(path -> bruno.get(path)
                        .body()
                        .replaceFirst("(?s).*<main", "")
                        .replaceAll("nonce=\"[^\"]*\"", "")
                        .replaceAll("\\d{6,}", ""))
                .collect(Collectors.toSet());

        assertThat(bodies).hasSize(1);
    }
}
