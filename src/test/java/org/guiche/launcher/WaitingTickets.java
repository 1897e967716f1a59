package org.guiche.launcher;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.guiche.support.Api;

/**
 * Tickets that go on by themselves in a running distribution: on hold with a notice to come, pending with reminders to come, pending
 * until they are solved. What became of them is asked of the database, which outlives the process.
 */
final class WaitingTickets {

    /** So many of each kind: more than one pass takes at once. */
    static final int OF_EACH = 20;

    private static final String MADE_BY_ITSELF = "actor_id is null and channel = 'SYSTEM' and type in "
            + "('HOLD_NOTICE', 'REMINDED', 'STATUS_CHANGED') and ticket_id in (%s)";

    private String url;
    private final List<String> onHold = new ArrayList<>();
    private final List<String> reminded = new ArrayList<>();
    private final List<String> solved = new ArrayList<>();

    private WaitingTickets(String url) {
        this.url = url;
    }

    /** What is done while something is held. */
    interface Meanwhile {
        void happens() throws Exception;
    }

    static WaitingTickets opened(int port, String url) throws Exception {
        var tickets = new WaitingTickets(url);
        var api = Api.at(new URL("http://127.0.0.1:" + port + "/"));
        for (int i = 0; i < OF_EACH; i++) {
            tickets.onHold.add(open(
                    api,
                    "{'unit':'loja','subject':'Frete','description':'Não soma.','answers':{'pedido':'88121'}}",
                    "{'status':'stand-by','reason':'correcao'}"));
        }
        for (var list : List.of(tickets.reminded, tickets.solved)) {
            for (int i = 0; i < OF_EACH; i++) {
                list.add(open(
                        api,
                        "{'unit':'cx','subject':'Pedido','description':'Não chegou.','answers':{'assunto':'pedido','pedido':'88121'}}",
                        "{'status':'pendente'}"));
            }
        }
        return tickets;
    }

    private static String open(Api api, String ticket, String status) {
        var opened = api.as("carla@araca.example").post("tickets", ticket);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var code = Api.json(opened).getString("code");
        var changed = api.as("talita@guiche.example").post("tickets/" + code + "/status", status);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        return code;
    }

    /** The database is there after a start. */
    void moved(String newUrl) {
        url = newUrl;
    }

    void noticesAreDue() throws SQLException {
        due(onHold, "kind = 'NOTICE'");
    }

    /** Both reminders of each, and with half of them the step itself. */
    void theOthersAreDue() throws SQLException {
        due(reminded, "kind = 'REMINDER'");
        due(solved, "kind in ('REMINDER', 'STATUS')");
    }

    /** Due one after the other, in the order of their codes, all of them by now. */
    private void due(List<String> codes, String which) throws SQLException {
        execute(
                "update tickets_timer set due_at = now() - interval '1 hour' + (ticket_id % 100000) * interval '1 millisecond'"
                        + " where ticket_id in (" + in(codes) + ") and " + which);
    }

    /** A pass that writes is stopped half way, with its events written and its mails not, until that is over. */
    void whileNoMailCanBeWritten(Meanwhile what) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table channels_outbox in share mode");
            what.happens();
            connection.rollback();
        }
    }

    /** How many passes wait there. */
    long stuck() {
        return number(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                        + " and query like '%channels_outbox%'");
    }

    long notices() {
        return number(
                "select count(*) from tickets_event where type = 'HOLD_NOTICE' and ticket_id in (" + in(onHold) + ")");
    }

    /** How much was done of what should not be done yet. */
    long begun() {
        var others = new ArrayList<>(reminded);
        others.addAll(solved);
        return number("select count(*) from tickets_event where " + MADE_BY_ITSELF.formatted(in(others)));
    }

    boolean isNothingDue() {
        return number("select count(*) from tickets_timer where due_at <= now()") == 0;
    }

    /** As if nobody had ever been killed. */
    void eachHappenedOnceAndInOrder() {
        once(onHold, "HOLD_NOTICE", "HOLD_NOTICE");
        once(reminded, "REMINDED", "REMINDER"); // both were late: the last one is enough
        once(solved, "STATUS_CHANGED", "RESOLVED"); // nobody is reminded of what happens in the same moment
        assertThat(number("select count(*) from tickets_timer where kind = 'NOTICE' and ticket_id in (" + in(onHold)
                        + ")"))
                .as("the next notices")
                .isEqualTo(OF_EACH);
        assertThat(text("select string_agg(cast(ticket_id as text), ' ' order by at, id) from tickets_event where "
                        + MADE_BY_ITSELF.formatted(in(solved))))
                .as("the oldest first")
                .isEqualTo(String.join(" ", solved));
    }

    private void once(List<String> codes, String event, String mail) {
        assertThat(number("select count(*) from tickets_event where " + MADE_BY_ITSELF.formatted(in(codes))))
                .as(event + " and nothing else")
                .isEqualTo(OF_EACH);
        assertThat(number("select count(distinct ticket_id) from tickets_event where type = '" + event
                        + "' and channel = 'SYSTEM' and ticket_id in (" + in(codes) + ")"))
                .as(event + " of each")
                .isEqualTo(OF_EACH);
        assertThat(number(
                        "select count(*) from channels_outbox where kind in ('HOLD_NOTICE', 'REMINDER', 'RESOLVED') and ticket_id in ("
                                + in(codes) + ")"))
                .as("mails of " + event)
                .isEqualTo(OF_EACH);
        assertThat(number("select count(distinct ticket_id) from channels_outbox where kind = '" + mail
                        + "' and ticket_id in (" + in(codes) + ")"))
                .as(mail + " of each")
                .isEqualTo(OF_EACH);
    }

    private static String in(List<String> codes) {
        return codes.stream().collect(joining(","));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
