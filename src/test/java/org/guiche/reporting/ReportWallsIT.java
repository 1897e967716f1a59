package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.support.People;
import org.guiche.tickets.Assignment;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Figure;
import org.guiche.tickets.Requests;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TicketSummary;
import org.guiche.tickets.Tickets;
import org.guiche.units.StatusCategory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody counts what lies behind a wall, and nobody is led to it by a figure (S0-27 to S0-29, SECURITY 1). */
@ExtendWith(ArquillianExtension.class)
class ReportWallsIT {

    @EJB
    Tickets tickets;

    @EJB
    Assignments assignments;

    @EJB
    Changes changes;

    @EJB
    Reports reports;

    @EJB
    Reckoner reckoner;

    @Inject
    People people;

    @Inject
    Clock clock;

    @Test
    void clientAndPartnerEachCountTheirOwnAndTheStaffCountsBoth() {
        reckoner.look();
        var before = created();
        var clients = tickets.open(Requests.loja("Do cliente"), people.bruno()).code();
        var partners = tickets.open(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina())
                .code();
        reckoner.look();

        assertThat(more(before)).isEqualTo(Map.of("joana", 1L, "marina", 1L, "paulo", 0L, "igor", 0L, "talita", 2L));
        assertThat(behind(people.joana())).contains(clients).doesNotContain(partners);
        assertThat(behind(people.marina())).contains(partners).doesNotContain(clients);
        assertThat(behind(people.talita())).contains(clients, partners);
    }

    @Test
    void anAgentCountsTheOwnWorkAndASupervisorOfASectorWhatIsThere() {
        var otavio = people.otavio(); // Financeiro is his to supervise
        reckoner.look();
        var before = created(otavio);
        var agents = created(people.rafael());
        var code =
                tickets.open(Requests.loja("De ninguém ainda"), people.bruno()).code();

        reckoner.look();
        assertThat(List.of(created(otavio), created(people.rafael()))).containsExactly(before, agents);

        assignments.assign(code, new Assignment(people.rafael().id(), Channel.PORTAL), people.talita(), null);
        reckoner.look();
        assertThat(created(people.rafael())).isEqualTo(agents + 1);

        changes.change(code, TicketChange.toSector("financeiro", Channel.PORTAL), people.talita(), null);
        reckoner.look();
        assertThat(List.of(created(otavio), created(people.rafael()))).containsExactly(before + 1, agents);
    }

    @Test
    void whatWaitsBehindAnotherNameIsOpenForTheCustomerAndWaitsForTheStaff() {
        var code = tickets.open(Requests.erp(), people.bruno()).code();
        reckoner.look();
        var joana = people.joana();
        var open = open(joana);

        changes.changeStatus(code, new StatusChange("produto", "produto", null, Channel.PORTAL), people.talita(), null);
        reckoner.look();

        assertThat(open(joana)).isEqualTo(open);
        assertThat(behind(StatusCategory.OPEN, joana)).contains(code);
        assertThat(behind(StatusCategory.ON_HOLD, joana)).doesNotContain(code);
        assertThat(behind(StatusCategory.OPEN, people.talita())).doesNotContain(code);
        assertThat(behind(StatusCategory.ON_HOLD, people.talita())).contains(code);
    }

    /** What is open by its age, and by unit what is open and what waits. */
    private List<Object> open(Person person) {
        return List.of(
                reports.dashboard(Cut.of(today()), person).ages(),
                reports.breakdown(Cut.of(today()), Dimension.UNIT, person));
    }

    private List<TicketCode> behind(StatusCategory category, Person person) {
        var slice = new Slice(null, null, null, null, category);
        return reports.tickets(Cut.of(today()), slice, null, 200, person).items().stream()
                .map(TicketSummary::code)
                .toList();
    }

    @Test
    void whatIsTheStaffsOwnIsRefusedToCustomersAndAllToThoseWithoutReports() {
        var ofAnAgent = new Cut(today(), null, null, people.rafael().id(), null, null, null, null, null, null);

        refused(() -> reports.dashboard(Cut.of(today()), people.bruno()));
        refused(() -> reports.dashboard(ofAnAgent, people.joana()));
        refused(() -> reports.breakdown(Cut.of(today()), Dimension.AGENT, people.joana()));
        refused(() -> reports.tickets(Cut.of(today()), Slice.of(Figure.HANDED_OVER), null, 10, people.joana()));
    }

    private static void refused(ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOf(AccessDenied.class);
    }

    private Map<String, Long> created() {
        return Stream.of("joana", "marina", "paulo", "igor", "talita")
                .collect(Collectors.toMap(Function.identity(), name -> created(who(name))));
    }

    private Map<String, Long> more(Map<String, Long> before) {
        return created().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue() - before.getOrDefault(one.getKey(), 0L)));
    }

    private Person who(String name) {
        return switch (name) {
            case "joana" -> people.joana();
            case "marina" -> people.marina();
            case "paulo" -> people.paulo();
            case "igor" -> people.igor();
            default -> people.talita();
        };
    }

    private long created(Person person) {
        return reports.dashboard(Cut.of(today()), person)
                .flow()
                .total(Figure.CREATED, today())
                .n();
    }

    private List<TicketCode> behind(Person person) {
        return reports.tickets(Cut.of(today()), Slice.of(Figure.CREATED), null, 200, person).items().stream()
                .map(TicketSummary::code)
                .toList();
    }

    /** With a day on either side: units are in zones of their own. */
    private Period today() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Period(day.minusDays(1), day.plusDays(1));
    }
}
