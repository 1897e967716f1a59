package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.support.People;
import org.guiche.units.Priority;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the staff may do with a ticket: which step follows which, who works where, who comes next. */
@ExtendWith(ArquillianExtension.class)
class WorkIT {

    /** From, and to each category in the order of the enum: + goes, = stays as it is, - is refused. */
    private static final Map<StatusCategory, String> STEPS = Map.of(
            StatusCategory.NEW, "=+++++",
            StatusCategory.OPEN, "-=++++",
            StatusCategory.PENDING, "-+=+++",
            StatusCategory.ON_HOLD, "-+++++",
            StatusCategory.RESOLVED, "-+--=+",
            StatusCategory.CLOSED, "-----=");

    @EJB
    Tickets tickets;

    @EJB
    Work work;

    @Inject
    People people;

    @Test
    void everyStepBetweenTwoStatusesGoesOrIsRefusedInWords() {
        var found = new ArrayList<String>();
        var expected = new ArrayList<String>();
        var statuses = statuses();
        for (var from : statuses) {
            for (var to : statuses) {
                var outcome = Objects.requireNonNull(STEPS.get(from.category())).charAt(statuses.indexOf(to));
                expected.add(line(
                        from,
                        to,
                        switch (outcome) {
                            case '-' -> "Este chamado não pode passar para “" + to.name() + "” agora.";
                            default -> to.key();
                        }));
                found.add(line(from, to, outcomeOf(from, to)));
            }
        }
        assertThat(found).hasSize(36).isEqualTo(expected);
    }

    private static String line(Status from, Status to, String outcome) {
        return from.name() + " → " + to.name() + ": " + outcome;
    }

    /** One of each category, in its order. */
    private List<Status> statuses() {
        var unit = tickets.get(opened("Os passos"), people.rafael()).unit();
        return List.of(StatusCategory.values()).stream()
                .map(category -> unit.first(category).orElseThrow())
                .toList();
    }

    private String outcomeOf(Status from, Status to) {
        var code = opened("De " + from.name() + " para " + to.name());
        if (from.category() != StatusCategory.NEW) {
            go(code, from);
        }
        try {
            go(code, to);
            return tickets.get(code, people.talita()).status().key();
        } catch (RuleViolation refusal) {
            assertThat(tickets.get(code, people.talita()).status().key()).isEqualTo(from.key());
            return Texts.get(refusal.key(), refusal.args());
        }
    }

    private void go(TicketCode code, Status to) {
        var reason = to.reasons().isEmpty() ? null : to.reasons().get(0).key();
        work.changeStatus(code, to.key(), reason, null, people.talita(), null, Channel.PORTAL);
    }

    @Test
    void anAgentOfAnotherSectorReadsATicketButWorksNotOnIt() {
        var code = opened("Do suporte");
        var igor = people.igor();
        var seen = tickets.get(code, igor);
        var sector = seen.sector().name();

        assertThat(seen.subject()).isEqualTo("Do suporte");
        denied(sector, () -> work.reply(code, answer("Oi", false), igor, null));
        denied(sector, () -> work.reply(code, answer("Oi", true), igor, null));
        denied(sector, () -> work.assign(code, igor.id(), igor, null, Channel.PORTAL));
        denied(sector, () -> work.changeStatus(code, "resolvido", null, null, igor, null, Channel.PORTAL));
        denied(sector, () -> work.change(code, priority(Priority.URGENT), igor, null, Channel.PORTAL));
        denied(sector, () -> work.change(code, sector("produto"), igor, null, Channel.PORTAL));
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> work.takeNext(seen.sector().key(), igor, Channel.PORTAL))
                .satisfies(refusal -> assertThat(Texts.get(refusal.key(), refusal.args()))
                        .isEqualTo("Você não atende o setor " + sector + "."));

        assertThat(tickets.get(code, igor).version()).isEqualTo(seen.version());
    }

    private static void denied(String sector, ThrowingCallable call) {
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(Texts.get(refusal.key(), refusal.args()))
                        .isEqualTo("Este chamado é do setor " + sector
                                + ". Peça a um supervisor para passar o chamado a você."));
    }

    @Test
    void requestersTakeAndAssignNothing() {
        var code = opened("Meu");
        var bruno = people.bruno();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> work.takeNext("suporte", bruno, Channel.PORTAL));
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> work.assign(code, bruno.id(), bruno, null, Channel.PORTAL));
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> work.changeStatus(code, "resolvido", null, null, bruno, null, Channel.PORTAL));
    }

    @Test
    void aTicketIsGivenToThoseOfItsSectorOnly() {
        var code = opened("Para quem?");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> work.assign(code, people.igor().id(), people.talita(), null, Channel.PORTAL))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("tickets.assignee.not-member"));

        var rafael = work.assign(code, people.rafael().id(), people.talita(), null, Channel.PORTAL);
        assertThat(rafael.status().category()).isEqualTo(StatusCategory.OPEN);
        assertThat(work.assign(code, null, people.rafael(), null, Channel.PORTAL)
                        .assignee())
                .isNull();
    }

    @Test
    void theUrgentComeFirstThenTheOldest() {
        var codes = new ArrayList<Long>();
        for (var priority : List.of(Priority.LOW, Priority.HIGH, Priority.URGENT, Priority.HIGH)) {
            var code = opened("Na fila de envio");
            work.change(code, priority(priority), people.talita(), null, Channel.PORTAL);
            work.change(code, sector("envio"), people.talita(), null, Channel.PORTAL);
            codes.add(code.number());
        }

        var taken = new ArrayList<Long>();
        for (var next = work.takeNext("envio", people.talita(), Channel.PORTAL);
                next.isPresent();
                next = work.takeNext("envio", people.talita(), Channel.PORTAL)) {
            taken.add(next.get().code().number());
        }

        taken.retainAll(codes);
        assertThat(taken).containsExactly(codes.get(2), codes.get(1), codes.get(3), codes.get(0));
    }

    private TicketCode opened(String subject) {
        return tickets.open(Requests.loja(subject), people.bruno()).code();
    }

    private static Reply answer(String text, boolean internal) {
        return new Reply(text, TextFormat.TEXT, internal, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private static TicketChange priority(Priority priority) {
        return change(priority, null);
    }

    private static TicketChange sector(String sector) {
        return change(null, sector);
    }

    private static TicketChange change(@Nullable Priority priority, @Nullable String sector) {
        return new TicketChange(null, null, priority, sector, null, null);
    }
}
