package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guiche.support.People;
import org.guiche.support.TimeTravel;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Figures;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.Requests;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A month that is packed is told by its tickets again as soon as one of them comes or goes (ADR 39). Nobody else reckons meanwhile: what
 * happens here is reckoned as often as it says, and never was.
 */
@ExtendWith(ArquillianExtension.class)
class PackedMonthsIT {

    private static final Period APRIL = new Period(LocalDate.parse("2021-04-01"), LocalDate.parse("2021-04-30"));

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Changes changes;

    @EJB
    Reports reports;

    @Inject
    Figures figures;

    @Inject
    FactStore facts;

    @Inject
    PackedMonths months;

    @Inject
    People people;

    @Inject
    TimeTravel travel;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @BeforeEach
    void nobodyElseReckons() throws Exception {
        transaction.begin();
        em.createNativeQuery("select pg_advisory_xact_lock(38001)").getSingleResult();
    }

    @AfterEach
    void nothingOfItWas() throws Exception {
        transaction.rollback();
    }

    @Test
    void anAnswerThatIsReckonedOnceIsToldOfAMonthThatHadBeenPackedBefore() throws Exception {
        reckon(answered("2021-04-07T09:00", "2021-04-07T10:00"));
        monthsArePacked();
        var before = april().answers().size();

        reckon(answered("2021-04-08T09:00", "2021-04-08T11:00"));

        assertThat(april().answers().size()).isEqualTo(before + 1);
    }

    @Test
    void aSolutionThatIsTakenBackIsNoLongerToldOfItsMonth() throws Exception {
        var code = answered("2021-03-30T09:00", "2021-03-30T11:00");
        change(code, "2021-04-06T10:00", "resolvido");
        reckon(code);
        monthsArePacked();
        var before = april().solutions().size();

        change(code, "2021-05-03T10:00", "em-atendimento");
        reckon(code);

        assertThat(april().solutions().size()).isEqualTo(before - 1);
    }

    private TicketCode answered(String opening, String answer) throws Exception {
        var codes = new ArrayList<TicketCode>();
        travel.from(opening, () -> {
            codes.add(tickets.open(Requests.loja("Mês fechado"), people.bruno()).code());
            travel.jump(answer);
            var words = new Reply("Olá.", TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
            replies.add(codes.get(0), words, people.talita(), null);
        });
        return codes.get(0);
    }

    private void change(TicketCode code, String moment, String status) throws Exception {
        travel.from(
                moment,
                () -> changes.changeStatus(
                        code, new StatusChange(status, null, null, Channel.PORTAL), people.talita(), null));
    }

    private void reckon(TicketCode code) {
        em.flush();
        facts.replace(figures.of(List.of(code.number())));
    }

    private void monthsArePacked() {
        months.packNext(); // what has something to pack is known from then on
        em.createNativeQuery("update reporting_packed_month set touched_at = touched_at - interval '1 hour'")
                .executeUpdate();
        var more = true;
        while (more) {
            more = months.packNext();
        }
        assertThat(months.within(APRIL)).containsExactly(APRIL.from());
    }

    private Dashboard april() {
        return reports.dashboard(Cut.of(APRIL), people.talita());
    }
}
