package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may open which page: 200 it is shown, 302 one is sent on, 404 it does not exist for that person. {@code (bruno)} stands
 * for the code of a ticket of Bruno's own, {@code (marina)} for one of Marina's, opened for Bruno's company.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageRightsIT {

    private static final Map<String, String> PEOPLE = new TreeMap<>(Map.of(
            "bruno", "bruno@jatoba.example",
            "joana", "joana@jatoba.example",
            "carla", "carla@araca.example",
            "marina", "marina@mirante.example",
            "paulo", "paulo@aroeira.example",
            "rafael", "rafael@guiche.example",
            "talita", "talita@guiche.example",
            "admin", "admin@guiche.example"));
    private static final Map<String, Site> SITES = new ConcurrentHashMap<>();
    private static final Map<String, String> CODES = new ConcurrentHashMap<>();

    /** Every page there is stands in the table. */
    private static final String TABLE = """
            page                              | nobody | bruno | joana | carla | marina | paulo | rafael | talita | admin
            /accounts/signin                  | 200    | 302   | 302   | 302   | 302    | 302   | 302    | 302    | 302
            /index                            | 302    | 200   | 200   | 200   | 200    | 200   | 302    | 302    | 302
            /tickets/mine                     | 302    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200
            /tickets/ticket?code=(bruno)      | 302    | 200   | 200   | 404   | 404    | 404   | 302    | 302    | 302
            /tickets/ticket?code=(marina)     | 302    | 404   | 404   | 404   | 200    | 404   | 302    | 302    | 302
            /tickets/ticket?code=1            | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404
            /tickets/ticket?code=x            | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404
            /tickets/ticket                   | 302    | 404   | 404   | 404   | 404    | 404   | 404    | 404    | 404
            /tickets/open                     | 302    | 200   | 200   | 200   | 200    | 200   | 200    | 200    | 200
            /tickets/opened?code=(bruno)      | 302    | 200   | 200   | 404   | 404    | 404   | 200    | 200    | 200
            /tickets/opened?code=(marina)     | 302    | 404   | 404   | 404   | 200    | 404   | 200    | 200    | 200
            /tickets/contact                  | 302    | 302   | 302   | 302   | 302    | 302   | 302    | 302    | 302
            /tickets/workspace                | 302    | 403   | 403   | 403   | 403    | 403   | 200    | 200    | 200
            /tickets/workspace?code=(bruno)   | 302    | 403   | 403   | 403   | 403    | 403   | 200    | 200    | 200
            /tickets/classification           | 302    | 302   | 302   | 302   | 302    | 302   | 302    | 302    | 302
            """;

    @ArquillianResource
    URL home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
    void everyPageOpensForWhomItIsAndForNobodyElse(
            String page,
            int nobody,
            int bruno,
            int joana,
            int carla,
            int marina,
            int paulo,
            int rafael,
            int talita,
            int admin) {
        var expected = new TreeMap<>(Map.of(
                "nobody", nobody, "bruno", bruno, "joana", joana, "carla", carla, "marina", marina, "paulo", paulo,
                "rafael", rafael, "talita", talita, "admin", admin));

        var found = new TreeMap<String, Integer>();
        expected.keySet().forEach(who -> found.put(who, status(who, page)));

        assertThat(found).as(page).isEqualTo(expected);
    }

    private int status(String who, String page) {
        var site = who.equals("nobody")
                ? Site.at(home)
                : SITES.computeIfAbsent(who, name -> Site.at(home).as(PEOPLE.get(name)));
        var path = page.replace("(bruno)", code("bruno")).replace("(marina)", code("marina"));
        return site.get(path).statusCode();
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
