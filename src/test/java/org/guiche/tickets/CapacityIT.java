package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taking the next ticket keeps to the limit of open ones and to absence. */
@ExtendWith(ArquillianExtension.class)
class CapacityIT {

    private static final String QUEUE = "produto";

    @EJB
    Tickets tickets;

    @EJB
    Assignments assignments;

    @EJB
    Changes changes;

    @EJB
    Capacities capacities;

    @Inject
    People people;

    @Inject
    Clock clock;

    private final List<TicketCode> own = new ArrayList<>();

    @AfterEach
    void leaveNothingBehind() {
        capacities.setAbsence(null, people.igor());
        capacities.setLimit(people.igor().id(), null, people.talita());
        own.forEach(code -> become(code, "resolvido"));
    }

    @Test
    void whoHasAsManyOpenTicketsAsTheLimitGetsNoMoreUntilOneIsNotOpenAnyMore() {
        var open = capacities.own(people.igor()).open();
        capacities.setLimit(people.igor().id(), open + 1, people.talita());
        waiting(2);

        var first = assignments.takeNext(QUEUE, people.igor(), Channel.PORTAL).orElseThrow();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> assignments.takeNext(QUEUE, people.igor(), Channel.PORTAL))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("tickets.take.full"));
        assertThat(capacities.own(people.igor()))
                .satisfies(mine -> assertThat(mine.open()).isEqualTo(open + 1))
                .satisfies(mine -> assertThat(mine.mostOpen()).isEqualTo(open + 1));

        become(first.code(), "em-espera", "outro-setor");
        assertThat(assignments.takeNext(QUEUE, people.igor(), Channel.PORTAL)).isPresent();
    }

    @Test
    void twoPressesAtOnceDoNotPassTheLimit() throws Exception {
        var igor = people.igor();
        capacities.setLimit(igor.id(), capacities.own(igor).open() + 1, people.talita());
        waiting(4);
        var threads = Executors.newFixedThreadPool(4);
        var taken = 0;
        try {
            Callable<Boolean> press = () -> {
                try {
                    return assignments.takeNext(QUEUE, igor, Channel.PORTAL).isPresent();
                } catch (RuleViolation full) {
                    return false;
                }
            };
            for (var result : threads.invokeAll(List.of(press, press, press, press))) {
                taken += result.get() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }

        assertThat(taken).isEqualTo(1);
    }

    @Test
    void whoIsAwayGetsNothingUntilBackAndMayBeGivenTicketsByHand() {
        var until = clock.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
        capacities.setAbsence(until, people.igor());
        waiting(2);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> assignments.takeNext(QUEUE, people.igor(), Channel.PORTAL))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("tickets.take.absent"));
        assertThat(capacities.absentUntil(people.igor().id(), people.talita())).hasValue(until);
        assignments.assign(own.get(0), new Assignment(people.igor().id(), Channel.PORTAL), people.talita(), null);

        capacities.setAbsence(null, people.igor());
        assertThat(assignments.takeNext(QUEUE, people.igor(), Channel.PORTAL)).isPresent();
        assertThat(capacities.absent(List.of(people.igor().id()), people.talita()))
                .isEmpty();
    }

    @Test
    void anAbsenceEndsByItself() throws Exception {
        capacities.setAbsence(clock.instant().plusMillis(50), people.igor());
        waiting(1);

        while (capacities.absentUntil(people.igor().id(), people.igor()).isPresent()) {
            Thread.onSpinWait();
        }

        assertThat(assignments.takeNext(QUEUE, people.igor(), Channel.PORTAL)).isPresent();
    }

    @Test
    void theLimitIsTheSupervisorsAndTheAbsenceOnesOwn() {
        var igor = people.igor();
        assertThatThrownBy(() -> capacities.setLimit(igor.id(), 3, igor)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> capacities.team(igor)).isInstanceOf(AccessDenied.class);
        for (var outsider : List.of(people.bruno(), people.marina())) {
            assertThatThrownBy(() -> capacities.own(outsider)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> capacities.setAbsence(null, outsider)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> capacities.absent(List.of(), outsider)).isInstanceOf(AccessDenied.class);
        }
        assertThat(capacities.team(people.talita()))
                .extracting(one -> one.person().name())
                .contains("Igor Sampaio", "Rafael Koga", "Talita Nogueira")
                .doesNotContain("Bruno Amaral");
    }

    @Test
    void aLimitOfNothingAStrangersLimitAndAnAbsenceInThePastAreRefused() {
        var talita = people.talita();
        var bruno = people.bruno().id();
        for (var most : List.of(0, 1000)) {
            assertThatThrownBy(() -> capacities.setLimit(talita.id(), most, talita))
                    .isInstanceOf(RuleViolation.class);
        }
        assertThatThrownBy(() -> capacities.setLimit(bruno, 5, talita)).isInstanceOf(RuleViolation.class);
        for (var until : List.of(clock.instant(), clock.instant().plus(Duration.ofDays(400)))) {
            assertThatThrownBy(() -> capacities.setAbsence(until, talita)).isInstanceOf(RuleViolation.class);
        }
    }

    /** So many that wait in the queue. */
    private void waiting(int count) {
        for (int i = 0; i < count; i++) {
            var code = tickets.open(Requests.cx(), people.carla()).code();
            changes.change(code, TicketChange.toSector(QUEUE, Channel.PORTAL), people.talita(), null);
            own.add(code);
        }
    }

    private void become(TicketCode code, String status) {
        changes.changeStatus(code, new StatusChange(status, null, null, Channel.PORTAL), people.talita(), null);
    }

    private void become(TicketCode code, String status, String reason) {
        changes.changeStatus(code, new StatusChange(status, reason, null, Channel.PORTAL), people.talita(), null);
    }

    @Test
    void ofSeveralLimitsAllAreSetOrNone() {
        var talita = people.talita();
        var before = capacities.own(talita).mostOpen();
        var limits = new LinkedHashMap<Long, Integer>();
        limits.put(talita.id(), 9);
        limits.put(people.bruno().id(), 5);

        assertThatThrownBy(() -> capacities.setLimits(limits, talita)).isInstanceOf(RuleViolation.class);

        assertThat(capacities.own(talita).mostOpen()).isEqualTo(before);
    }
}
