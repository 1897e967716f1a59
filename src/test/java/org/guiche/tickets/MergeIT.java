package org.guiche.tickets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guiche.support.TimeTravel.at;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.guiche.support.TimeTravel;
import org.guiche.units.ServiceMetric;
import org.guiche.units.StatusCategory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tickets become one, and two again: nothing is lost, nobody sees more than before. */
@ExtendWith(ArquillianExtension.class)
class MergeIT {

    @EJB
    Tickets tickets;

    @EJB
    Merges merges;

    @EJB
    Links links;

    @EJB
    Comments comments;

    @EJB
    Solutions solutions;

    @EJB
    Replies replies;

    @EJB
    ReplyDrafts drafts;

    @EJB
    Changes changes;

    @EJB
    Attachments attachments;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @PersistenceContext
    EntityManager em;

    private TicketCode opened(OpenTicket request, Person person) {
        return tickets.open(request, person).code();
    }

    private TicketCode ofCarla(String subject) {
        return opened(Requests.loja(subject), people.carla());
    }

    private void merge(TicketCode source, TicketCode target) {
        merges.merge(source, new Merging(target, Channel.PORTAL), people.talita(), null);
    }

    private void undo(TicketCode source) {
        merges.undo(source, people.talita(), Channel.PORTAL, null);
    }

    private static Reply said(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private List<String> told(TicketCode code, Person person) {
        return tickets.story(code, person).messages().stream()
                .map(message -> message.html().replaceAll("<[^>]*>", ""))
                .toList();
    }

    private EventDetails last(TicketCode code) {
        var events = tickets.history(code, 200, null, people.talita()).items();
        return events.get(events.size() - 1);
    }

    @Test
    void theOtherTicketTellsBothConversationsInOrder() {
        var first = ofCarla("Frete zerado");
        var second = ofCarla("Frete zerado de novo");
        comments.add(first, said("Um."), people.carla());
        comments.add(second, said("Dois."), people.carla());
        comments.add(first, said("Três."), people.carla());
        merge(second, first);

        assertThat(told(first, people.carla()).subList(2, 5)).containsExactly("Um.", "Dois.", "Três.");
        assertThat(tickets.story(first, people.carla()).messages())
                .filteredOn(message -> second.equals(message.origin()))
                .hasSize(2)
                .allMatch(message -> message.ticket().equals(first));
        assertThat(tickets.story(second, people.carla()).ticket().code()).isEqualTo(first);
        assertThat(tickets.story(first, people.carla()).links())
                .containsExactly(new LinkedTicket(
                        LinkRole.MERGED,
                        second,
                        "Frete zerado de novo",
                        tickets.get(second, people.carla()).status()));
        assertThat(tickets.get(second, people.carla())).satisfies(ticket -> {
            assertThat(ticket.mergedInto()).isEqualTo(first);
            assertThat(ticket.status().category().isUnfinished()).isFalse();
        });
        assertThat(last(first).type()).isEqualTo(EventType.MERGED_FROM);
        assertThat(last(second))
                .extracting(EventDetails::type, EventDetails::to)
                .containsExactly(EventType.MERGED_INTO, first.digits());
        assertThat(tickets.history(second, 200, null, people.carla()).items())
                .extracting(EventDetails::reason)
                .contains(Merges.REASON);
    }

    @Test
    void aPageOfBothReadsEachMessageOnceWithoutAnotherStatement() throws Exception {
        var first = ofCarla("Página um");
        var second = ofCarla("Página dois");
        for (int i = 0; i < 20; i++) {
            comments.add(i % 3 == 0 ? first : second, said("Número " + i), people.carla());
        }
        merge(second, first);
        var all = tickets.story(first, people.carla()).messages().stream()
                .map(MessageDetails::id)
                .toList();

        var seen = new ArrayList<Long>();
        @Nullable String next = null;
        do {
            var page = tickets.conversation(first, 4, next, people.carla());
            page.items().forEach(message -> seen.add(message.id()));
            next = page.next();
        } while (next != null);
        assertThat(seen).hasSize(22).isEqualTo(all);
        var carla = people.carla();
        assertThat(Statements.counting(em, () -> tickets.conversation(first, 4, null, carla))
                        .statements())
                .hasSize(2)
                .anyMatch(sql -> sql.contains("limit 5"));
    }

    @Test
    void whatIsSaidToTheOldCodeIsSaidInTheOtherTicketByWhomeverAndByAnyWay() {
        var first = ofCarla("Resposta ao antigo");
        var second = ofCarla("Antigo");
        merge(second, first);
        var mail = new Reply("Por e-mail.", TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.API);

        assertThat(comments.add(second, mail, people.carla()).message().ticket())
                .isEqualTo(first);
        assertThat(replies.add(second, said("Da equipe."), people.talita(), null)
                        .message()
                        .ticket())
                .isEqualTo(first);
        assertThat(told(first, people.carla())).endsWith("Por e-mail.", "Da equipe.");
    }

    @Test
    void filesOfTheOldTicketAreThereForWhoeverMaySeeTheOtherOne() {
        var first = ofCarla("Com arquivo");
        var file = upload(people.carla());
        var second = opened(Requests.withFiles(Requests.loja("Arquivo"), file), people.carla());
        merge(second, first);

        assertThat(tickets.file(file, people.carla()).id()).isEqualTo(file);
        assertThat(tickets.story(first, people.carla()).messages())
                .flatExtracting(MessageDetails::files)
                .hasSize(1);
        assertThatThrownBy(() -> tickets.file(file, people.bruno())).isInstanceOf(NotFound.class);
    }

    private UUID upload(Person person) {
        var bytes = new ByteArrayInputStream("oi".getBytes(UTF_8));
        return attachments
                .store(person, "nota.txt", bytes, AllowedFiles.DEFAULT)
                .id();
    }

    @Test
    void whoHeardOfTheOneHearsOfTheOtherUntilItIsTakenBack() {
        var first = ofCarla("Cópias");
        var second = ofCarla("Cópias do antigo");
        comments.add(second, copying("socio@araca.example"), people.carla());
        comments.add(first, copying("contador@araca.example"), people.carla());
        merge(second, first);

        assertThat(tickets.get(first, people.talita()).cc())
                .containsExactly("contador@araca.example", "socio@araca.example");
        undo(second);
        assertThat(tickets.get(first, people.talita()).cc()).containsExactly("contador@araca.example");
        assertThat(tickets.get(second, people.talita()).cc()).containsExactly("socio@araca.example");
    }

    private static Reply copying(String address) {
        return new Reply("Em cópia.", TextFormat.TEXT, false, List.of(address), List.of(), null, null, Channel.PORTAL);
    }

    @Test
    void thoseWhoHearOfItAreToldOnceWhereItGoesOn() {
        var first = ofCarla("Reunido");
        var second = ofCarla("Reunido, o antigo");
        merge(second, first);

        List<?> mails = em.createNativeQuery(
                        "select recipient || ' ' || subject from channels_outbox where ticket_id = ?1 and kind = 'MERGED'")
                .setParameter(1, second.number())
                .getResultList();
        assertThat(mails.stream().map(String::valueOf))
                .containsExactly(
                        "carla@araca.example [" + second + "] Reunido ao chamado " + first + ": Reunido, o antigo");
    }

    @Test
    void aMergeOpensNoDoorBetweenGroupsNorBetweenColleagues() {
        var brunos = opened(Requests.loja("Do Bruno"), people.bruno());
        var joanas = opened(Requests.loja("Da gestora"), people.joana());
        var marinas = opened(
                Requests.onBehalfOf(people.company("Casa Jatobá"), Requests.loja("Da agência")), people.marina());

        for (var pair :
                List.of(List.of(brunos, marinas), List.of(marinas, joanas), List.of(brunos, ofCarla("De outra")))) {
            refused(pair.get(0), pair.get(1), "tickets.merge.group");
            refused(pair.get(1), pair.get(0), "tickets.merge.group");
        }
        refused(brunos, joanas, "tickets.merge.requester");
        refused(joanas, brunos, "tickets.merge.requester");
        assertThat(tickets.get(brunos, people.bruno()).mergedInto()).isNull();
    }

    private void refused(TicketCode source, TicketCode target, String key) {
        assertThatThrownBy(() -> merge(source, target))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void onlyWhoMayWorkOnBothMergesAndOnlyWhatWasSeen() {
        var first = ofCarla("Direitos");
        var second = ofCarla("Direitos do antigo");
        var merging = new Merging(first, Channel.PORTAL);

        assertThatThrownBy(() -> merges.merge(second, merging, people.carla(), null))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> merges.merge(second, merging, people.bruno(), null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> merges.merge(second, merging, people.igor(), null))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> merges.merge(second, merging, people.talita(), 77))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> merges.look(second, first, people.carla())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> merges.undo(second, people.talita(), Channel.PORTAL, null))
                .isInstanceOf(NotFound.class);
        refused(second, second, "tickets.merge.itself");
        refused(second, new TicketCode(999_999_999), "tickets.other.unknown");
    }

    @Test
    void chainsAreToldAtTheirEndAndRingsCannotBe() {
        var one = ofCarla("Elo 1");
        var two = ofCarla("Elo 2");
        var three = ofCarla("Elo 3");
        merge(one, two);
        refused(two, one, "tickets.other.merged");
        refused(one, three, "tickets.merged");
        merge(two, three);
        refused(three, one, "tickets.other.merged");
        refused(three, two, "tickets.other.merged");

        assertThat(tickets.story(one, people.carla()).ticket().code()).isEqualTo(three);
        assertThat(tickets.get(one, people.carla()).mergedInto()).isEqualTo(three);
        assertThat(told(three, people.carla())).hasSize(3);
        assertThat(comments.add(one, said("Do começo."), people.carla())
                        .message()
                        .ticket())
                .isEqualTo(three);

        undo(two);
        assertThat(told(two, people.carla())).hasSize(2);
        assertThat(told(three, people.carla())).hasSize(2).endsWith("Do começo.");
        undo(one);
        assertThat(told(one, people.carla())).hasSize(1);
    }

    @Test
    void whatHasEndedIsLinkedInsteadOfMerged() {
        var open = opened(Requests.cx(), people.carla());
        var closed = opened(Requests.cx(), people.carla());
        changes.changeStatus(closed, new StatusChange("fechado", null, null, Channel.PORTAL), people.talita(), null);

        refused(open, closed, "tickets.merge.closed");
        refused(closed, open, "tickets.merge.ended");
    }

    @Test
    void nothingIsChangedOfAMergedTicketButInTheOther() {
        var first = ofCarla("Mudanças");
        var second = ofCarla("Mudanças do antigo");
        merge(second, first);

        assertThatThrownBy(() -> changes.change(
                        second, TicketChange.toTags(List.of("x"), Channel.PORTAL), people.talita(), null))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> changes.changeStatus(
                        second, new StatusChange("em-atendimento", null, null, Channel.PORTAL), people.talita(), null))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> solutions.confirm(
                        second, new StatusChange("resolvido", null, null, Channel.API), people.carla(), null))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void aUnitWithoutAClosedStatusMergesAllTheSame() {
        var first = opened(Requests.erp(), people.carla());
        var second = opened(Requests.erp(), people.carla());
        merge(second, first);

        assertThat(tickets.get(second, people.carla()).status().category()).isEqualTo(StatusCategory.RESOLVED);
        undo(second);
        assertThat(tickets.get(second, people.carla()).status().key()).isEqualTo("aberto");
    }

    /**
     * 8 June 2026 is a Monday. Pending since 10:00, so resolved by itself after 72 hours of business days: Thursday at 10:00. The
     * ticket is merged from Tuesday 10:00 to Wednesday 10:00, which does not count: Friday at 10:00.
     */
    @Test
    void takenBackATicketIsWhatItWasAndTheTimeBetweenDoesNotCount() throws Exception {
        time.from("2026-06-08T09:00", () -> {
            var first = opened(Requests.cx(), people.carla());
            var second = opened(Requests.cx(), people.carla());
            time.until("2026-06-08T10:00");
            replies.add(
                    second,
                    new Reply(
                            "Qual pedido?",
                            TextFormat.TEXT,
                            false,
                            List.of(),
                            List.of(),
                            "pendente",
                            null,
                            Channel.PORTAL),
                    people.talita(),
                    null);
            time.until("2026-06-09T10:00");
            merge(second, first);
            assertThat(timers(second)).isZero();
            time.until("2026-06-10T10:00");
            undo(second);

            var ticket = tickets.get(second, people.talita());
            assertThat(ticket.status().key()).isEqualTo("pendente");
            assertThat(ticket.statusSince().plusSeconds(30).truncatedTo(ChronoUnit.MINUTES))
                    .isEqualTo(at("2026-06-08T10:00"));
            assertThat(ticket.mergedInto()).isNull();
            time.until("2026-06-12T09:58");
            assertThat(tickets.get(second, people.talita()).status().key()).isEqualTo("pendente");
            time.until("2026-06-12T10:02");
            assertThat(tickets.get(second, people.talita()).status().key()).isEqualTo("resolvido");
            assertThat(reminders(second)).isEqualTo(2);
        });
    }

    private long timers(TicketCode code) {
        return ((Number) em.createNativeQuery("select count(*) from tickets_timer where ticket_id = ?1")
                        .setParameter(1, code.number())
                        .getSingleResult())
                .longValue();
    }

    private long reminders(TicketCode code) {
        return tickets.history(code, 200, null, people.talita()).items().stream()
                .filter(event -> event.type() == EventType.REMINDED)
                .count();
    }

    @Test
    void clocksStandStillWhileTheTicketIsMerged() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var client = people.company("Casa Jatobá");
            var first = opened(Requests.parceiros(client, null), people.marina());
            var second = opened(Requests.parceiros(client, null), people.marina());
            var due = resolution(second).deadline().due();
            merge(second, first);
            assertThat(timers(second)).isZero();
            time.until("2026-06-08T12:00");
            undo(second);

            var measured = resolution(second);
            assertThat(measured.deadline().due())
                    .isBetween(due.plus(Duration.ofMinutes(119)), due.plus(Duration.ofMinutes(121)));
            assertThat(measured.deadline().state()).isEqualTo(Deadline.State.RUNNING);
            assertThat(measured.pauses()).hasSize(1);
            assertThat(timers(second)).isPositive();
        });
    }

    private ClockDetails resolution(TicketCode code) {
        return tickets.deadlines(code, people.talita()).stream()
                .filter(one -> one.metric() == ServiceMetric.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatSomebodyWasWritingThereIsWaitingInTheOtherTicket() {
        var first = ofCarla("Rascunho");
        var second = ofCarla("Rascunho do antigo");
        drafts.save(second, new ReplyDrafts.ReplyDraft("<p>Quase pronto</p>", false), people.carla());
        merge(second, first);

        assertThat(tickets.story(first, people.carla()).draft()).isNotNull();
    }

    @Test
    void linksOfTheOldTicketAreLinksOfTheOther() {
        var first = ofCarla("Vínculos");
        var second = ofCarla("Vínculos do antigo");
        var third = ofCarla("Ligado ao antigo");
        links.add(second, new Link(LinkRole.RELATED, third, Channel.PORTAL), people.talita(), null);
        merge(second, first);

        assertThat(links.list(first, people.carla()))
                .extracting(LinkedTicket::code)
                .containsExactlyInAnyOrder(second, third);
        links.remove(first, new Link(LinkRole.RELATED, third, Channel.PORTAL), people.talita(), null);
        assertThat(links.list(third, people.carla())).isEmpty();
    }

    @Test
    void ofTwoMergesAtOnceOneHappensWhicheverWayTheyGo() throws Exception {
        for (int i = 0; i < 10; i++) {
            var one = ofCarla("Corrida 1");
            var two = ofCarla("Corrida 2");
            var three = ofCarla("Corrida 3");
            assertThat(atOnce(List.of(
                                    tried(() -> merge(one, two)),
                                    tried(() -> merge(two, one)),
                                    tried(() -> merge(one, three))))
                            .stream()
                            .filter(done -> done))
                    .hasSizeBetween(1, 2);
            assertThat(List.of(one, two, three).stream()
                            .filter(code -> tickets.get(code, people.carla()).mergedInto() == null))
                    .isNotEmpty();
            assertThat(merged(one) + merged(two)).isPositive();
        }
    }

    private long merged(TicketCode code) {
        return tickets.get(code, people.carla()).mergedInto() == null ? 0 : 1;
    }

    @Test
    void noReplyIsLostWhileTicketsAreMergedAndTakenApart() throws Exception {
        var first = ofCarla("Corrida com resposta");
        var second = ofCarla("Corrida do antigo");
        var carla = people.carla();
        var tries = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 30; i++) {
            var words = "Resposta " + i;
            tries.add(tried(() -> comments.add(second, said(words), carla)));
            tries.add(tried(i % 2 == 0 ? () -> merge(second, first) : () -> undo(second)));
        }
        var done = atOnce(tries);
        if (tickets.get(second, carla).mergedInto() == null) {
            merge(second, first);
        }

        for (int i = 0; i < 30; i++) {
            assertThat(done.get(2 * i)).as("answer of reply " + i).isTrue();
            assertThat(told(first, carla)).contains("Resposta " + i);
        }
    }

    private static Callable<Boolean> tried(Runnable what) {
        return () -> {
            try {
                what.run();
                return true;
            } catch (RuleViolation | NotFound refused) {
                return false;
            }
        };
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> tries) throws Exception {
        var pool = Executors.newFixedThreadPool(6);
        try {
            var results = new ArrayList<Boolean>();
            for (var one : pool.invokeAll(tries)) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
