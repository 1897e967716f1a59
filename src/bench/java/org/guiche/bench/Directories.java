package org.guiche.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The administrators' lists of a whole market, and what the wall between groups costs a list of tickets. */
final class Directories {

    private static final double LIST_P95 = 80;
    private static final double WALL = 1.10;

    private final Report report;
    private final int size;
    private final Duration warmUp;
    private final Duration measured;

    Directories(Report report, int size, Duration warmUp, Duration measured) {
        this.report = report;
        this.size = size;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    void measure(Connection database) throws Exception {
        var token = Town.token(database, "admin@guiche.example");
        for (var list : List.of("users", "companies", "partners")) {
            list(list + ", first page", token, list + "?limit=50");
        }
        list("people, a common name", token, "users?limit=50&q=" + encoded("oliveira"));
        list("people, two words", token, "users?limit=50&q=" + encoded("ana sampaio"));
        list("people, an address", token, "users?limit=50&q=" + encoded("empresa777.example"));
        list("companies, a common word", token, "companies?limit=50&q=" + encoded("padaria"));
        list("companies, a number", token, "companies?limit=50&q=" + encoded("19999"));
        list("partners, a common word", token, "partners?limit=50&q=" + encoded("livraria"));
        wall("a company's manager", database, "pessoa1@comercio001.example");
        wall("a requester", database, "pessoa3@comercio001.example");
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private void list(String what, String token, String path) throws Exception {
        try (var api = new Api(token)) {
            var result = Load.run(1, warmUp.dividedBy(2), measured, () -> () -> found(api, path));
            report.times(size, what, result, Double.NaN, LIST_P95);
        }
    }

    private static void found(Api api, String path) throws IOException {
        if (!api.get(path).text().contains("\"id\"")) {
            throw new IOException(path + " found nothing");
        }
    }

    /** The same tickets, once for the one whose they are and once for the staff, to whom no wall is put up; turn and turn about. */
    private void wall(String who, Connection database, String email) throws Exception {
        var own = Town.token(database, email);
        var staff = Town.token(database, "talita@guiche.example");
        var path = "tickets?limit=50&" + filter(database, email);
        var laps = new Laps();
        try (var inside = new Api(own);
                var outside = new Api(staff)) {
            Load.run(1, warmUp, measured.multipliedBy(2), () -> new Load.Work() {
                @Override
                public void once() throws Exception {
                    laps.lap("with", () -> inside.get(path));
                    laps.lap("without", () -> outside.get(path));
                }

                @Override
                public void warm() {
                    laps.clear();
                }
            });
        }
        var with = laps.result("with", measured);
        var without = laps.result("without", measured);
        report.tell(size, "tickets of " + who + ", without the wall, p50", without.p50(), "ms");
        report.tell(size, "tickets of " + who + ", with the wall, p50", with.p50(), "ms");
        report.atMost(size, "what the wall costs " + who, with.p50() / without.p50(), WALL, "times");
    }

    private static String filter(Connection database, String email) throws SQLException {
        var manages = Town.ids(database, """
                select c.id from accounts_person p join accounts_membership m on m.person_id = p.id and m.whole_group
                join partners_company c on c.group_id = m.group_id where p.email = '%s'""".formatted(email));
        return manages.isEmpty()
                ? "requester="
                        + Town.ids(database, "select id from accounts_person where email = '" + email + "'")
                                .get(0)
                : "company=" + manages.get(0);
    }
}
