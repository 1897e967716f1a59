package org.guiche.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.guiche.bench.Load.Work;

/** The pages as people see them: each by a crowd first, which warms it up, and then by one person alone. */
final class Pages {

    static final double PAGE_P50 = 8;
    static final double PAGE_P95 = 25;

    private static final int CROWD = 8;
    private static final double PAGES_A_SECOND = 300;
    private static final double RARE_P50 = 10;
    private static final double COMMON_P50 = 25;
    private static final double FIRST_VIEW = 400;
    private static final double LATER_VIEW = 60;

    private final Report report;
    private final int size;
    private final Duration warmUp;
    private final Duration measured;
    private final Duration warming;

    /** Every figure is taken for {@code measured} after {@code warmUp}, all of them after {@code warming} once. */
    Pages(Report report, int size, Duration warmUp, Duration measured, Duration warming) {
        this.report = report;
        this.size = size;
        this.warmUp = warmUp;
        this.measured = measured;
        this.warming = warming;
    }

    /** Somebody, and the page that is looked at. */
    private record Look(String email, String path) {}

    void measure(Connection database) throws Exception {
        var sector = one(database, """
                select s.key from tickets_ticket t join units_sector s on s.id = t.sector_id
                where t.assignee_id is null and t.category in ('NEW', 'OPEN') group by s.key order by count(*) desc, 1 limit 1
                """);
        var queue = crowd("analista%d@guiche.example", "/tickets/workspace?sector=" + sector);
        var mine = crowd("pessoa1@comercio%03d.example", "/tickets/mine");
        var tickets = longTickets(database);
        warm(List.of(queue, mine, tickets));
        page("agent's queue page", queue);
        page("Meus chamados", mine);
        page("ticket page, 20 messages", tickets);
        wizard();
        search(database);
        weights(sector);
    }

    /** Looks at all of them until the compiler has little left to do: on two cores that takes a minute or two. */
    private void warm(List<List<Look>> pages) throws Exception {
        var next = new AtomicInteger();
        Load.run(CROWD, warming, Duration.ofSeconds(1), () -> {
            var place = next.getAndIncrement();
            var visits = new ArrayList<Work>();
            for (var looks : pages) {
                var look = looks.get(place);
                var visit = Visit.signIn(look.email());
                visits.add(() -> visit.look(look.path()));
            }
            return () -> {
                for (var visit : visits) {
                    visit.once();
                }
            };
        });
    }

    private static List<Look> crowd(String pattern, String path) {
        var looks = new ArrayList<Look>();
        for (var i = 1; i <= CROWD; i++) {
            looks.add(new Look(pattern.formatted(i), path));
        }
        return looks;
    }

    private static List<Look> longTickets(Connection database) throws SQLException {
        var query = """
                select p.email, t.id from (select ticket_id from tickets_message group by 1 having count(*) = 20) m
                join tickets_ticket t on t.id = m.ticket_id join accounts_person p on p.id = t.requester_id
                where p.email like 'pessoa%' order by t.id desc limit 8""";
        var looks = new ArrayList<Look>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                looks.add(new Look(row.getString(1), "/tickets/ticket?code=" + row.getLong(2)));
            }
        }
        return looks;
    }

    private void page(String what, List<Look> looks) throws Exception {
        var visits = new ArrayList<Visit>();
        for (var look : looks) {
            visits.add(Visit.signIn(look.email()));
        }
        var next = new AtomicInteger();
        var crowd = Load.run(CROWD, warmUp, measured, () -> {
            var place = next.getAndIncrement();
            return () -> visits.get(place).look(looks.get(place).path());
        });
        var alone = Load.run(
                1,
                warmUp.dividedBy(2),
                measured,
                () -> () -> visits.get(0).look(looks.get(0).path()));
        report.times(size, what, alone, PAGE_P50, PAGE_P95);
        report.atLeast(size, what + ", " + CROWD + " clients", crowd.perSecond(), PAGES_A_SECOND, "/s");
        for (var visit : visits) {
            visit.close();
        }
    }

    private void wizard() throws Exception {
        var wizard = new Wizard("pessoa3@comercio001.example");
        Load.run(1, warmUp.multipliedBy(2), measured.multipliedBy(2), () -> wizard);
        for (var step : wizard.laps().results(measured).entrySet()) {
            report.times(size, step.getKey(), step.getValue(), PAGE_P50, PAGE_P95);
        }
    }

    /** The staff may read everything, so that its search is the most work. */
    private void search(Connection database) throws Exception {
        var agent = Town.token(database, "analista1@guiche.example");
        var manager = Town.token(database, "pessoa1@comercio001.example");
        var rare = Town.token(database, one(database, """
                select p.email from tickets_message m join tickets_ticket t on t.id = m.ticket_id
                join accounts_person p on p.id = t.requester_id
                where m.search @@ websearch_to_tsquery('guiche', '%s') and not m.internal limit 1
                """.formatted(Prose.RARE_WORD)));
        search("rare word, agent", agent, Prose.RARE_WORD, RARE_P50);
        search("common word, agent", agent, Prose.COMMON_WORD, COMMON_P50);
        search("two words, agent", agent, "boleto Petrolina", COMMON_P50);
        search("rare word, requester", rare, Prose.RARE_WORD, RARE_P50);
        search("common word, requester", manager, Prose.COMMON_WORD, COMMON_P50);
    }

    private void search(String what, String token, String words, double wanted) throws Exception {
        var path = "tickets?limit=25&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        try (var api = new Api(token)) {
            var result = Load.run(1, warmUp.dividedBy(2), measured, () -> () -> found(api, path));
            report.times(size, "search, " + what, result, wanted, Double.NaN);
        }
    }

    private static void found(Api api, String path) throws IOException {
        if (!api.get(path).text().contains("\"code\"")) {
            throw new IOException(path + " found nothing");
        }
    }

    private void weights(String sector) throws IOException {
        weight("Meus chamados", "pessoa1@comercio001.example", "/tickets/mine");
        weight("wizard, step 1", "pessoa1@comercio001.example", "/tickets/open");
        weight("agent's queue page", "analista1@guiche.example", "/tickets/workspace?sector=" + sector);
    }

    private void weight(String what, String email, String path) throws IOException {
        var visit = Visit.signIn(email);
        var kilobytes = Weight.of(path, visit.cookies());
        report.atMost(size, "first view of " + what + ", over the wire", kilobytes.first(), FIRST_VIEW, "KB");
        report.atMost(size, "later view of " + what + ", over the wire", kilobytes.later(), LATER_VIEW, "KB");
        visit.close();
    }

    private static String one(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new IllegalStateException("nothing found by " + query);
            }
            return row.getString(1);
        }
    }
}
