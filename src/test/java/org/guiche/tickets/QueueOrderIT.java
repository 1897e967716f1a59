package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.guiche.support.People;
import org.guiche.support.Site;
import org.guiche.support.Statements;
import org.guiche.units.Priority;
import org.guiche.units.QueueOrder;
import org.guiche.units.SectorText;
import org.guiche.units.Teams;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is next: the list, <i>Pegar próximo</i> and the place that the requester sees say the same, each straight from its index. */
@ExtendWith(ArquillianExtension.class)
class QueueOrderIT {

    private static final Map<QueueOrder, String> ENDINGS =
            Map.of(QueueOrder.PRIORITY_FIFO, "", QueueOrder.FIFO, "_fifo", QueueOrder.DUE_FIRST, "_due");

    @EJB
    Tickets tickets;

    @EJB
    Changes changes;

    @EJB
    Assignments assignments;

    @EJB
    Queues queues;

    @EJB
    Triages triages;

    @EJB
    Teams teams;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @ArquillianResource
    URL home;

    private final String queue = "ordem-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<TicketCode> own = new ArrayList<>();

    @AfterEach
    void leaveNoQueueBehind() throws Exception {
        for (var code : own) {
            changes.change(code, TicketChange.toSector("envio", Channel.PORTAL), people.talita(), null);
            changes.changeStatus(
                    code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null);
        }
        execute(
                "grant update, delete on units_change to current_user",
                "alter table units_change disable trigger units_change_append_only",
                "delete from units_change where sector_id in (select id from units_sector where key = '" + queue + "')",
                "alter table units_change enable trigger units_change_append_only",
                "delete from units_sector where key = '" + queue + "'",
                "revoke update, delete on units_change from current_user",
                "update units_revision set number = number + 1");
    }

    private void execute(String... statements) throws Exception {
        transaction.begin();
        for (var sql : statements) {
            em.createNativeQuery(sql).executeUpdate();
        }
        transaction.commit();
    }

    @ParameterizedTest
    @EnumSource
    void theListTheNextOneAndThePlaceAgree(QueueOrder order) {
        begin(order);
        var talita = people.talita();
        var high = enter(
                tickets.open(Requests.agencia(Priority.HIGH), people.bruno()).code());
        enter(tickets.open(Requests.agencia(Priority.LOW), people.bruno()).code());
        enter(opened("Sem prazo"));
        enter(tickets.open(Requests.agencia(Priority.HIGH), people.bruno()).code());
        var low = enter(opened("Urgente e por último"));
        changes.change(low, TicketChange.toPriority(Priority.URGENT, Channel.PORTAL), talita, null);

        var listed = queues.waiting(queue, 50, null, talita).items();

        assertThat(listed).hasSize(5).isSortedAccordingTo(comparator(order));
        assertThat(queues.unfinished(queue, 50, null, talita).items()).isEqualTo(listed);
        assertThat(listed.get(0).code()).isEqualTo(order == QueueOrder.PRIORITY_FIFO ? low : high);
        for (int place = 0; place < listed.size(); place++) {
            assertThat(tickets.get(listed.get(place).code(), talita).queuePosition())
                    .isEqualTo(place + 1);
        }
        assertThat(Stream.generate(() -> assignments.takeNext(queue, talita, Channel.PORTAL))
                        .limit(5)
                        .map(next -> next.orElseThrow().code()))
                .containsExactlyElementsOf(
                        listed.stream().map(TicketSummary::code).toList());
    }

    private static Comparator<TicketSummary> comparator(QueueOrder order) {
        var fifo = Comparator.comparing(TicketSummary::queuedAt)
                .thenComparing(ticket -> ticket.code().number());
        return switch (order) {
            case FIFO -> fifo;
            case PRIORITY_FIFO ->
                Comparator.<TicketSummary>comparingInt(
                                ticket -> ticket.priority().rank())
                        .thenComparing(fifo);
            case DUE_FIRST ->
                Comparator.comparing(
                                (TicketSummary ticket) -> ticket.resolution() == null
                                        ? null
                                        : ticket.resolution().due(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(fifo);
        };
    }

    @ParameterizedTest
    @EnumSource
    void eachIsFoundByItsIndexAndNothingIsSorted(QueueOrder order) throws Exception {
        begin(order);
        var talita = people.talita();
        var code = enter(opened("Índice"));
        var ending = ENDINGS.get(order) + " ";
        var ordered = List.of("tickets_ticket_queue" + ending, "tickets_ticket_sector_unfinished" + ending);

        // of few rows either index of that order may be the cheaper one; which it is of a million, the benchmark tells
        assertThat(plan("row_number", () -> queues.waiting(queue, 50, null, talita), false))
                .containsAnyOf(ordered.toArray(String[]::new));
        assertThat(plan("row_number", () -> queues.unfinished(queue, 50, null, talita), false))
                .containsAnyOf(ordered.toArray(String[]::new));
        assertThat(plan("placed", () -> tickets.get(code, talita), true)).containsAnyOf(ordered.toArray(String[]::new));
    }

    @Test
    void theTriageColumnIsFoundByItsIndexToo() throws Exception {
        assertThat(plan("in_triage order by", () -> triages.board("suporte", null, people.talita()), true))
                .contains("tickets_ticket_triage ");
    }

    /** How the database goes about the statement with that word that this takes; small tables are treated as large ones. */
    private String plan(String word, Callable<?> what, boolean has) throws Exception {
        var sql = Statements.counting(em, what).statements().stream()
                .filter(one -> one.contains("tickets_ticket t where") && one.contains(word) == has)
                .findFirst()
                .orElseThrow();
        transaction.begin();
        try {
            for (var way : List.of("seqscan", "bitmapscan", "sort")) {
                em.createNativeQuery("set local enable_" + way + " = off").executeUpdate();
            }
            List<?> lines =
                    em.createNativeQuery("explain (costs off) " + filled(sql)).getResultList();
            var plan = String.join("\n", lines.stream().map(String::valueOf).toList()) + "\n";
            assertThat(found(plan)).as(plan).doesNotContain("Sort");
            return plan.replace("\n", " \n");
        } finally {
            transaction.rollback();
        }
    }

    /** How the tickets are found; the few that are shown may be put in order once more when they are joined with their names. */
    private static String found(String plan) {
        return plan.contains("Limit") ? plan.substring(plan.indexOf("Limit")) : plan;
    }

    /** The same with some values, so that it can be explained by itself. */
    private static String filled(String sql) {
        var filled = sql.replace("sector_id = ?", "sector_id = 1")
                .replace("placed > ?", "placed > now()")
                .replaceAll("rank (<|=|<>|>=) \\?", "rank $1 1")
                .replace("cast(? as smallint)", "cast(1 as smallint)")
                .replace("cast(? as timestamptz)", "now()")
                .replace("?, ?", "now(), 1");
        assertThat(filled).doesNotContain("?");
        return filled;
    }

    /**
     * Acceptance test 14 (S4-06): one's place only falls as those ahead leave; a ticket that comes from elsewhere keeps the time at
     * which it entered, so that it may go ahead, as an urgent one may, and then the page says so.
     */
    @Test
    void thePlaceInTheQueueOnlyFallsUnlessOthersGoAheadAndThenThePageSaysSo() {
        begin(QueueOrder.PRIORITY_FIFO);
        var talita = people.talita();
        var older = opened("Mais antigo, em outro setor");
        var first = enter(opened("Primeiro"));
        enter(opened("Segundo"));
        var mine = enter(opened("O meu"));
        assertThat(place(mine)).isEqualTo(new PlaceInQueue(3, 0, 0, 0));

        var later = enter(opened("Depois"));
        assertThat(place(mine)).as("who comes later stands behind").isEqualTo(new PlaceInQueue(3, 0, 0, 0));
        assertThat(place(later)).isEqualTo(new PlaceInQueue(4, 0, 0, 0));

        assertThat(assignments
                        .takeNext(queue, talita, Channel.PORTAL)
                        .orElseThrow()
                        .code())
                .isEqualTo(first);
        assertThat(place(mine)).isEqualTo(new PlaceInQueue(2, 0, 0, 0));

        changes.change(later, TicketChange.toPriority(Priority.URGENT, Channel.PORTAL), talita, null);
        assertThat(place(mine)).isEqualTo(new PlaceInQueue(3, 1, 0, 0));
        assertThat(page(mine)).contains("o seu é o 3º. Um chamado urgente entrou à frente.");

        enter(older);
        assertThat(place(mine)).isEqualTo(new PlaceInQueue(4, 1, 0, 1));
        assertThat(page(mine)).contains("Um chamado mais antigo entrou à frente");

        assignments.assign(first, new Assignment(null, Channel.PORTAL), talita, null);
        assertThat(place(mine)).as("it came back").isEqualTo(new PlaceInQueue(5, 1, 0, 2));

        assertThat(assignments
                        .takeNext(queue, talita, Channel.PORTAL)
                        .orElseThrow()
                        .code())
                .isEqualTo(later);
        assertThat(place(mine)).isEqualTo(new PlaceInQueue(4, 0, 0, 2));
        assertThat(page(mine)).doesNotContain("urgente");
        for (int left = 3; left > 0; left--) {
            assignments.takeNext(queue, talita, Channel.PORTAL);
            assertThat(place(mine).number()).isEqualTo(left);
        }
        assertThat(place(mine)).isEqualTo(new PlaceInQueue(1, 0, 0, 0));
    }

    private PlaceInQueue place(TicketCode code) {
        return Objects.requireNonNull(tickets.get(code, people.bruno()).place());
    }

    private String page(TicketCode code) {
        return Site.at(home)
                .as("bruno@jatoba.example")
                .get("/tickets/ticket?code=" + code.digits())
                .body();
    }

    private void begin(QueueOrder order) {
        teams.add(people.admin(), new SectorText(queue, "Fila " + queue, "", order));
    }

    private TicketCode opened(String subject) {
        var code = tickets.open(Requests.loja(subject), people.bruno()).code();
        own.add(code);
        return code;
    }

    private TicketCode enter(TicketCode code) {
        changes.change(code, TicketChange.toSector(queue, Channel.PORTAL), people.talita(), null);
        if (!own.contains(code)) {
            own.add(code);
        }
        return code;
    }
}
