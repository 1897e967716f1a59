package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.units.Priority;
import org.guiche.units.Supervisors;
import org.guiche.units.Teams;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever supervises some sectors triages, hands out and limits there as a supervisor of the installation does everywhere, and is an
 * agent in the others: by every verb, and whichever way the sectors came (ADR 36).
 */
@ExtendWith(ArquillianExtension.class)
class SupervisionIT {

    private static final String ERP = "erp"; // leads to Suporte and Financeiro, and to no other
    private static final String OTHER = "produto";

    @EJB
    Tickets tickets;

    @EJB
    Triages triages;

    @EJB
    Assignments assignments;

    @EJB
    Changes changes;

    @EJB
    Comments comments;

    @EJB
    Replies replies;

    @EJB
    Merges merges;

    @EJB
    Splits splits;

    @EJB
    Links links;

    @EJB
    Capacities capacities;

    @EJB
    ToldTickets told;

    @EJB
    Queues queues;

    @EJB
    Teams teams;

    @EJB
    Supervisors supervisors;

    @EJB
    org.guiche.accounts.People accounts;

    @Inject
    People people;

    private final List<TicketCode> own = new ArrayList<>();
    private long nina;

    /** How somebody came to supervise Suporte and Financeiro. */
    enum Way {
        SECTORS,
        UNIT
    }

    @BeforeEach
    void anAgentOfNoSector() {
        var email = new Email(UUID.randomUUID() + "@papeis.example");
        nina = accounts.register(
                new NewPerson("Nina Couto", email, null, null, "ipê roxo na serra", Set.of(Role.AGENT_N1)));
    }

    @AfterEach
    void nobodySupervisesAndNothingWaits() {
        for (var code : own) {
            changes.changeStatus(
                    code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null);
        }
        supervisors.name(people.admin(), ERP, Set.of(nina), Set.of());
        List.of("suporte", "financeiro", OTHER).forEach(one -> teams.removeMember(people.admin(), one, nina));
        capacities.setLimit(people.rafael().id(), null, people.talita());
    }

    private Person nina() {
        return accounts.get(nina);
    }

    private void supervises(Way way) {
        if (way == Way.UNIT) {
            supervisors.name(people.admin(), ERP, Set.of(nina), Set.of(nina));
            return;
        }
        for (var sector : List.of("suporte", "financeiro")) {
            teams.addMember(people.admin(), sector, nina);
            teams.setRole(people.admin(), sector, nina, Role.SUPERVISOR);
        }
    }

    private TicketCode opened(String sector) {
        var code = tickets.open(Requests.loja("Papéis"), people.bruno()).code();
        if (!sector.equals("suporte")) {
            changes.change(code, TicketChange.toSector(sector, Channel.PORTAL), people.talita(), null);
        }
        own.add(code);
        return code;
    }

    private static Reply says(boolean internal) {
        return new Reply("Papéis.", TextFormat.TEXT, internal, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    /** Everything that is for whoever works on the ticket; the last leads it to another sector. */
    private Map<String, ThrowingCallable> verbs(TicketCode code, Person agent, TicketCode other) {
        var verbs = new LinkedHashMap<String, ThrowingCallable>();
        comments.add(code, says(false), people.bruno());
        var message = lastSaid(code);
        var triaged = TicketChange.toPriority(Priority.HIGH, Channel.PORTAL);
        var tagged = TicketChange.toTags(List.of("papeis"), Channel.PORTAL);
        var status = new StatusChange("em-atendimento", null, null, Channel.PORTAL);
        var link = new Link(LinkRole.RELATED, other, Channel.PORTAL);
        var split = new Split(List.of(message), "Papéis, outra parte", Channel.PORTAL);
        verbs.put("assign", () -> assignments.assign(code, new Assignment(agent.id(), Channel.PORTAL), agent, null));
        verbs.put("give back", () -> assignments.assign(code, new Assignment(null, Channel.PORTAL), agent, null));
        verbs.put("priority", () -> changes.change(code, triaged, agent, null));
        verbs.put("tags", () -> changes.change(code, tagged, agent, null));
        verbs.put("status", () -> changes.changeStatus(code, status, agent, null));
        verbs.put("answer", () -> replies.add(code, says(false), agent, null));
        verbs.put("note", () -> replies.add(code, says(true), agent, null));
        verbs.put("link", () -> links.add(code, link, agent, null));
        verbs.put("split", () -> own.add(splits.split(code, split, agent, null).code()));
        verbs.put("merge", () -> merges.merge(code, new Merging(other, Channel.PORTAL), agent, null));
        verbs.put("unmerge", () -> merges.undo(code, agent, Channel.PORTAL, null));
        verbs.put("move", () -> changes.change(code, TicketChange.toSector("envio", Channel.PORTAL), agent, null));
        return verbs;
    }

    private long lastSaid(TicketCode code) {
        var messages = tickets.story(code, people.talita()).messages();
        return messages.get(messages.size() - 1).id();
    }

    private static void denied(String verb, ThrowingCallable act) {
        assertThatExceptionOfType(AccessDenied.class).as(verb).isThrownBy(act);
    }

    @ParameterizedTest
    @EnumSource
    void inTheOwnSectorsEveryVerbIsAllowed(Way way) throws Throwable {
        supervises(way);
        var other = opened("suporte");

        for (var verb : verbs(opened("suporte"), nina(), other).values()) {
            verb.call();
        }

        var rafael = people.rafael();
        var given = opened("suporte");
        assignments.assign(given, new Assignment(rafael.id(), Channel.PORTAL), nina(), null);
        assertThat(tickets.get(given, nina()).assignee())
                .satisfies(to -> assertThat(to.id()).isEqualTo(rafael.id()));
        assertThat(assignments.takeNext("suporte", nina(), Channel.PORTAL)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void inAnotherSectorNoneIs(Way way) {
        supervises(way);
        var code = opened(OTHER);
        var other = opened(OTHER);
        var verbs = verbs(code, nina(), other);
        var before = tickets.get(code, people.talita());

        verbs.forEach(SupervisionIT::denied);

        denied("take next", () -> assignments.takeNext(OTHER, nina(), Channel.PORTAL));
        assertThat(tickets.get(code, people.talita())).isEqualTo(before);
        assertThatExceptionOfType(RuleViolation.class) // nor is anybody given it who does not work there
                .isThrownBy(
                        () -> assignments.assign(code, new Assignment(nina, Channel.PORTAL), people.talita(), null));
    }

    @ParameterizedTest
    @EnumSource
    void theTriageOfTheOwnSectorsIsTheirsAndWhatLeftItIsNot(Way way) {
        denied("board", () -> triages.board("suporte", null, nina()));
        supervises(way);
        var code = opened("suporte");

        assertThat(triages.entries(nina())).extracting("key").containsExactly("suporte");
        var move = new TriageMove(List.of(code), "suporte", OTHER, Channel.PORTAL);
        assertThat(triages.move(move, nina()).moved()).hasSize(1);

        denied(
                "after moving it",
                () -> changes.change(code, TicketChange.toTags(List.of("x"), Channel.PORTAL), nina(), null));
        assertThat(queues.counts(nina()).sectors().keySet()).containsExactlyInAnyOrder("suporte", "financeiro");
    }

    @ParameterizedTest
    @EnumSource
    void theTeamIsThatOfTheOwnSectors(Way way) {
        var igor = people.igor().id();
        var rafael = people.rafael().id();
        denied("team", () -> capacities.team(nina()));
        supervises(way);

        assertThat(capacities.team(nina()))
                .extracting(one -> one.person().id())
                .contains(rafael)
                .doesNotContain(igor);
        capacities.setLimit(rafael, 700, nina());
        assertThat(capacities.own(people.rafael()).mostOpen()).isEqualTo(700);
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> capacities.setLimit(igor, 5, nina()));
    }

    @ParameterizedTest
    @EnumSource
    void theyAreToldWhatIsMissedInTheirSectorsAndNoOther(Way way) {
        var mine = opened("suporte").number();
        var others = opened(OTHER).number();
        assertThat(told.supervisors(List.of(mine)).get(mine)).doesNotContainKey(nina);
        supervises(way);

        var heard = told.supervisors(List.of(mine, others));
        assertThat(heard.get(mine)).containsKeys(nina, people.talita().id());
        assertThat(heard.get(others))
                .doesNotContainKey(nina)
                .containsKey(people.talita().id());
    }

    @Test
    void aMemberOfAnotherSectorIsAnAgentThere() {
        supervises(Way.SECTORS);
        teams.addMember(people.admin(), OTHER, nina);
        var code = opened(OTHER);

        assignments.assign(code, new Assignment(nina, Channel.PORTAL), nina(), null);

        assertThat(capacities.team(nina()))
                .extracting(one -> one.person().id())
                .doesNotContain(people.igor().id());
    }

    @Test
    void takenAwayItIsOverAtOnceAlsoForWhatIsOpen() {
        supervises(Way.SECTORS);
        var code = opened("suporte");
        var seen = nina(); // as an open page knew the person
        teams.removeMember(people.admin(), "suporte", nina);

        denied("assign", () -> assignments.assign(code, new Assignment(nina, Channel.PORTAL), seen, null));
        denied("board", () -> triages.board("suporte", null, seen));
        assertThat(capacities.team(seen))
                .extracting(one -> one.person().id())
                .doesNotContain(people.rafael().id());
    }
}
