package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guiche.support.People;
import org.guiche.support.TimeTravel;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Figure;
import org.guiche.tickets.NewRating;
import org.guiche.tickets.Ratings;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.Requests;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What requesters give to their tickets is what reports say of satisfaction (PRODUCT 9). */
@ExtendWith(ArquillianExtension.class)
class RatedIT {

    private static final LocalDate GIVEN = LocalDate.parse("2022-05-11");
    private static final LocalDate GIVEN_AGAIN = LocalDate.parse("2022-05-12");

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Changes changes;

    @EJB
    Ratings ratings;

    @EJB
    Reports reports;

    @EJB
    Reckoner reckoner;

    @Inject
    People people;

    @Inject
    TimeTravel travel;

    private static NewRating points(long score) {
        return new NewRating(score, Set.of(), null, Channel.API);
    }

    private TicketCode solved() {
        var code = tickets.open(Requests.loja("Avaliado"), people.bruno()).code();
        changes.changeStatus(code, new StatusChange("fechado", null, null, Channel.PORTAL), people.talita(), null);
        return code;
    }

    /** A reply alone says nothing of the whole. */
    private void rateReply(NewRating rating) {
        var code = tickets.open(Requests.loja("Avaliado"), people.bruno()).code();
        var words = new Reply("Olá.", TextFormat.TEXT, false, List.of(), List.of(), "fechado", null, Channel.API);
        var reply = replies.add(code, words, people.talita(), null);
        ratings.rateReply(reply.message().id(), rating, people.bruno());
    }

    /** How many gave so many points on that day. */
    private Map<Long, Long> given(LocalDate day) {
        var figures = reports.dashboard(Cut.of(new Period(day, day)), people.talita());
        var parts = new TreeMap<Long, Long>();
        figures.flow().parts(Figure.RATED, new Period(day, day)).forEach((score, sum) -> parts.put(score, sum.n()));
        return parts;
    }

    @Test
    void whatIsGivenIsInTheFiguresAndTheLastWordAloneOnItsDay() throws Exception {
        travel.from("2022-05-11T10:00", () -> {
            var changed = solved();
            ratings.rate(changed, points(2), people.bruno());
            ratings.rate(solved(), points(5), people.bruno());
            ratings.rate(solved(), points(5), people.bruno());
            rateReply(points(1));
            reckoner.look();
            assertThat(given(GIVEN)).isEqualTo(Map.of(2L, 1L, 5L, 2L));

            travel.jump("2022-05-12T10:00");
            ratings.rate(changed, points(4), people.bruno());
            reckoner.look();
        });

        assertThat(given(GIVEN)).isEqualTo(Map.of(5L, 2L));
        assertThat(given(GIVEN_AGAIN)).isEqualTo(Map.of(4L, 1L));
        var both = new Period(GIVEN, GIVEN_AGAIN);
        assertThat(reports.tickets(Cut.of(both), Slice.of(Figure.RATED), null, 50, people.talita())
                        .items())
                .as("the tickets behind the figure")
                .hasSize(3);
    }

    @Test
    void whatRepliesAreGivenIsAFigureOfItsOwnThatLeadsToTheirTickets() throws Exception {
        var day = LocalDate.parse("2022-06-14");
        travel.from("2022-06-14T10:00", () -> {
            rateReply(points(1));
            rateReply(points(4));
            rateReply(points(4));
            reckoner.look();
        });

        var cut = Cut.of(new Period(day, day));
        var parts = reports.dashboard(cut, people.talita()).flow().parts(Figure.REPLY_RATED, cut.period());
        var counts = parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().n()));
        assertThat(counts).isEqualTo(Map.of(1L, 1L, 4L, 2L));
        var good = new Slice(Figure.REPLY_RATED, 4L, null, null, null);
        assertThat(reports.tickets(cut, good, null, 50, people.talita()).items())
                .hasSize(2);
    }
}
