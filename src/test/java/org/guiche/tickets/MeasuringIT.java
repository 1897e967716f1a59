package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guiche.support.People;
import org.guiche.support.TimeTravel;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Configuration;
import org.guiche.units.Presets;
import org.guiche.units.Target;
import org.guiche.units.Units;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Units that promise nothing publish what was measured of their last tickets (PRODUCT 4, T6). */
@ExtendWith(ArquillianExtension.class)
class MeasuringIT {

    @EJB
    Tickets tickets;

    @EJB
    Changes changes;

    @EJB
    Replies replies;

    @EJB
    Configuration configuration;

    @EJB
    Measuring measuring;

    @EJB
    Standards standards;

    @Inject
    Units units;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private BusinessUnit unit;

    /** A unit of its own, like the shop of the demo, so that nobody else's tickets count. */
    @BeforeEach
    void begin() {
        var key = "medida-" + UUID.randomUUID().toString().substring(0, 8);
        var json = Json.createObjectBuilder(Presets.document("loja"))
                .add("key", key)
                .add("name", key)
                .build();
        unit = units.get(configuration.addUnit(people.admin(), json));
    }

    /** It takes no tickets any more, so that no other test meets it. */
    @AfterEach
    void end() throws Exception {
        transaction.begin();
        em.createNativeQuery("update units_unit set active = false where id = ?1")
                .setParameter(1, unit.id())
                .executeUpdate();
        em.createNativeQuery("update units_revision set number = number + 1").executeUpdate();
        transaction.commit();
    }

    /** The shop opens from 9h to 18h. Monday 8 June 2026: ten tickets of 1 h to 10 h of service; those beyond 18h go on on Tuesday. */
    @Test
    void theMedianAndTheNinetiethPercentileAreMeasuredInServiceHours() throws Exception {
        time.from("2026-06-08T09:00", () -> {
            var codes = IntStream.range(0, 10).mapToObj(number -> opened()).toList();
            for (int hour = 1; hour < 9; hour++) {
                time.jump("2026-06-08T%02d:00".formatted(9 + hour));
                solve(codes.get(hour - 1));
            }
            time.jump("2026-06-09T09:00");
            solve(codes.get(8));
            measuring.measure(unit.id());
            assertThat(standards.measured(unit)).isEmpty();

            time.jump("2026-06-09T10:00");
            solve(codes.get(9));
            measuring.measure(unit.id());
        });

        var measured = standards.measured(unit).orElseThrow();
        assertThat(measured.solved()).isEqualTo(10);
        assertThat(measured.median()).isEqualTo(hours(5));
        assertThat(measured.ninetieth()).isEqualTo(hours(9));
        assertThat(standards.expectation(unit)).hasValue("em geral, em até 5 h úteis; 9 em cada 10, em até 9 h úteis");
        assertThat(standards.all()).anySatisfy(one -> {
            assertThat(one.unit().id()).isEqualTo(unit.id());
            assertThat(Objects.requireNonNull(one.measured()).median()).isEqualTo(hours(5));
        });
    }

    @Test
    void timeThatWaitsForTheRequesterIsNotMeasured() throws Exception {
        time.from("2026-06-08T09:00", () -> {
            var codes = IntStream.range(0, 10).mapToObj(number -> opened()).toList();
            time.jump("2026-06-08T10:00");
            for (var code : codes) {
                changes.changeStatus(code, to("em-atendimento"), people.talita(), null);
                replies.add(code, said("Qual pedido?"), people.talita(), null);
                changes.changeStatus(code, to("respondido"), people.talita(), null);
            }
            time.jump("2026-06-10T10:00");
            for (var code : codes) {
                changes.changeStatus(code, to("em-atendimento"), people.talita(), null);
            }
            time.jump("2026-06-10T11:00");
            codes.forEach(this::solve);
            measuring.measure(unit.id());
        });

        assertThat(standards.expectation(unit)).hasValue("em geral, em até 2 h úteis");
    }

    @Test
    void whereTooFewWereSolvedTheUnitsOwnWordsStand() {
        measuring.measure(unit.id());

        assertThat(standards.expectation(unit)).hasValue("em geral, 24 horas úteis");
    }

    private static Target hours(long hours) {
        return new Target(Amount.hours(hours), ClockKind.OPEN_HOURS);
    }

    private TicketCode opened() {
        var request = Requests.with(Requests.loja("Medido"), unit.key(), Map.of("pedido", "88121"));
        return tickets.open(request.priority(null), people.carla()).code();
    }

    private void solve(TicketCode code) {
        replies.add(code, said("Pronto."), people.talita(), null);
        changes.changeStatus(code, to("resolvido"), people.talita(), null);
    }

    private static StatusChange to(String status) {
        return new StatusChange(status, null, null, Channel.PORTAL);
    }

    private static Reply said(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }
}
