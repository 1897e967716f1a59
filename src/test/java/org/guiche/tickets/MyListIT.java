package org.guiche.tickets;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.guiche.tickets.TicketOrder.By;
import org.guiche.units.Priority;
import org.guiche.units.StatusCategory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The requester's list in every order and by status, page by page. */
@ExtendWith(ArquillianExtension.class)
class MyListIT {

    private static final List<StatusCategory> TURNS = List.of(
            StatusCategory.PENDING,
            StatusCategory.NEW,
            StatusCategory.OPEN,
            StatusCategory.ON_HOLD,
            StatusCategory.RESOLVED,
            StatusCategory.CLOSED);

    private static final int MOST = 20_000;

    @EJB
    Tickets tickets;

    @EJB
    MyTickets mine;

    @EJB
    Changes changes;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Test
    void everyOrderShowsEachTicketOnceInThatOrderAndTheOtherWayRound() {
        var ours = written();
        var bruno = people.bruno();
        for (var by : By.values()) {
            var usual = all(TicketOrder.of(by), null, bruno);
            var turned = all(TicketOrder.of(by).turned(), null, bruno);

            assertThat(usual).as(by.name()).doesNotHaveDuplicates();
            assertThat(usual)
                    .as(by.name())
                    .filteredOn(ticket -> ours.contains(ticket.code()))
                    .hasSameSizeAs(ours)
                    .isSortedAccordingTo(order(by));
            assertThat(turned).as(by + " turned").containsExactlyElementsOf(backwards(usual));
        }
    }

    /** Among them accents, capitals, deadlines and none, several statuses, one of them behind another name, and priorities. */
    private Set<TicketCode> written() {
        var bruno = people.bruno();
        var codes = new HashSet<TicketCode>();
        for (var subject : List.of("água", "Zebra", "Árvore", "abacaxi com % e _", "ÁGUA")) {
            var code = tickets.open(Requests.loja(subject), bruno).code();
            codes.add(code);
            if (subject.startsWith("Z")) {
                changes.changeStatus(code, to("respondido"), people.talita(), null);
            }
            if (subject.startsWith("a")) {
                changes.changeStatus(code, to("resolvido"), people.talita(), null);
            }
        }
        codes.add(tickets.open(Requests.cx(), bruno).code());
        codes.add(tickets.open(Requests.agencia(Priority.HIGH), bruno).code());
        var waiting = tickets.open(Requests.agencia(Priority.LOW), bruno).code(); // which the requester is not told
        changes.changeStatus(
                waiting, new StatusChange("em-espera", "correcao", null, Channel.PORTAL), people.talita(), null);
        codes.add(waiting);
        return codes;
    }

    private static Comparator<TicketSummary> order(By by) {
        Comparator<TicketSummary> newest = comparing(ticket -> ticket.code().number(), reverseOrder());
        return switch (by) {
            case ACTIVITY ->
                comparing(TicketSummary::lastActivityAt, reverseOrder()).thenComparing(newest);
            case CREATED -> comparing(TicketSummary::createdAt, reverseOrder()).thenComparing(newest);
            case QUEUE -> comparing(TicketSummary::queuedAt).thenComparing(newest.reversed());
            case CODE -> newest;
            case SUBJECT -> comparing(MyListIT::plain).thenComparing(newest);
            case STATUS ->
                comparing((TicketSummary ticket) ->
                                TURNS.indexOf(ticket.status().categoryFor(false)))
                        .thenComparing(newest);
            case PRIORITY -> comparing(TicketSummary::priority).thenComparing(newest);
            case DUE ->
                comparing(
                                (TicketSummary ticket) -> Optional.ofNullable(ticket.resolution())
                                        .map(Deadline::due)
                                        .orElse(null),
                                nullsLast(naturalOrder()))
                        .thenComparing(newest);
        };
    }

    private static String plain(TicketSummary ticket) {
        return Normalizer.normalize(ticket.subject(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<TicketSummary> backwards(List<TicketSummary> list) {
        var backwards = new ArrayList<>(list);
        Collections.reverse(backwards);
        return backwards;
    }

    @Test
    void aStatusIsFoundByTheNameThatTheRequesterSeesInAllUnits() {
        written();
        var bruno = people.bruno();
        var every = all(TicketOrder.of(By.CODE), null, bruno);
        for (var name : every.stream().map(MyListIT::status).distinct().toList()) {
            assertThat(all(TicketOrder.of(By.CODE), name, bruno))
                    .as(name)
                    .extracting(TicketSummary::code)
                    .containsExactlyElementsOf(every.stream()
                            .filter(ticket -> status(ticket).equals(name))
                            .map(TicketSummary::code)
                            .toList());
        }
        assertThat(all(TicketOrder.of(By.CODE), "Nome que não há", bruno)).isEmpty();
    }

    private static String status(TicketSummary ticket) {
        return ticket.status().publicName();
    }

    @Test
    void whateverTheOrderAndTheStatusAPageIsOneStatement() throws Exception {
        written();
        var bruno = people.bruno();
        for (var by : By.values()) {
            var first = mine.list(filter(TicketOrder.of(by), null), 2, null, bruno);
            var next = Statements.counting(
                    em, () -> mine.list(filter(TicketOrder.of(by), "Resolvido"), 2, first.next(), bruno));
            assertThat(next.statements()).as(by.name()).hasSize(1);
        }
    }

    @Test
    void aPlaceOfAnotherOrderIsNoPlaceInThisOne() {
        written();
        var bruno = people.bruno();
        var place = mine.list(filter(TicketOrder.of(By.SUBJECT), null), 2, null, bruno)
                .next();

        for (var by : List.of(By.ACTIVITY, By.CODE, By.DUE)) {
            assertThatExceptionOfType(RuleViolation.class)
                    .as(by.name())
                    .isThrownBy(() -> mine.list(filter(TicketOrder.of(by), null), 2, place, bruno))
                    .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("shared.cursor.invalid"));
        }
    }

    private List<TicketSummary> all(TicketOrder order, @Nullable String status, Person person) {
        var found = new ArrayList<TicketSummary>();
        @Nullable String next = null;
        do {
            var page = mine.list(filter(order, status), 3, next, person);
            found.addAll(page.items());
            assertThat(found).as("it comes to an end").hasSizeLessThan(MOST);
            next = page.next();
        } while (next != null);
        return found;
    }

    private static TicketFilter filter(TicketOrder order, @Nullable String status) {
        return new TicketFilter(Set.of(), status, Set.of(), null, null, null, null, null, null, null, order);
    }

    private static StatusChange to(String status) {
        return new StatusChange(status, null, null, Channel.PORTAL);
    }
}
