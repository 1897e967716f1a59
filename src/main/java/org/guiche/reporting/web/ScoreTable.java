package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.guiche.reporting.SliceQuery;
import org.guiche.reporting.Sum;
import org.guiche.shared.Texts;
import org.guiche.tickets.Figure;

/** What requesters gave: to the whole of tickets, and to single replies. */
@Named
@RequestScoped
public class ScoreTable {

    private static final int WHOLE = 100;
    private static final int BEST = 5;

    @Inject
    Reporting reporting;

    @Inject
    Drill drill;

    /** So many gave so many points. */
    public record Score(String name, long percent, String count, String href) {}

    /** What tickets were given, the worst first; empty where nothing was. */
    public List<Score> getTickets() {
        return scores(Figure.RATED);
    }

    /** The same of replies. */
    public List<Score> getReplies() {
        return scores(Figure.REPLY_RATED);
    }

    /** {@code 4,6 de 5 em 12 avaliações}. */
    public String getOfReplies() {
        var given = given(Figure.REPLY_RATED);
        var count = Scores.count(given);
        return Texts.get("reporting.scores.of", Numbers.decimal(Scores.mean(given)), Numbers.count(count), count);
    }

    private Map<Long, Sum> given(Figure figure) {
        return reporting
                .dashboard()
                .flow()
                .parts(figure, reporting.query().cut().period());
    }

    private List<Score> scores(Figure figure) {
        var given = given(figure);
        var all = Scores.count(given);
        return all == 0
                ? List.of()
                : LongStream.rangeClosed(1, BEST)
                        .mapToObj(points -> score(
                                figure,
                                points,
                                given.getOrDefault(points, Sum.NONE).n(),
                                all))
                        .toList();
    }

    private Score score(Figure figure, long points, long count, long all) {
        return new Score(
                Texts.get("reporting.score." + points),
                count * WHOLE / all,
                Numbers.count(count),
                drill.to(figure, reporting.query().cut().period(), Map.of(SliceQuery.PART, String.valueOf(points))));
    }
}
