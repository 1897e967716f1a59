package org.guiche.reporting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Page;
import org.guiche.tickets.Figure;
import org.guiche.tickets.TicketSearch;
import org.guiche.tickets.TicketSummary;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Figures, for those who may see what they are made of (PRODUCT 9). */
@Stateless
public class Reports {

    @Inject
    Sectors sectors;

    @Inject
    Units units;

    @Inject
    FigureQueries queries;

    @Inject
    LineQueries lines;

    @Inject
    Backlog backlog;

    @Inject
    SliceQueries slices;

    @Inject
    TimesQuery times;

    @Inject
    TicketSearch search;

    /**
     * The figures of that cut of what the person may see; a cut of what lies behind a wall is as empty as one of what never was.
     *
     * @throws AccessDenied for whoever has no reports
     */
    public Dashboard dashboard(Cut cut, Person person) {
        var scope = scope(cut, person);
        var answers = queries.answers(scope, cut);
        return new Dashboard(
                cut,
                queries.flow(scope, cut),
                queries.openBefore(scope, cut, cut.period().before().from()),
                answers.numberedSpreads(),
                answers.altogether(),
                queries.answersAltogether(scope, cut.at(cut.period().before())),
                queries.solutions(scope, cut, false),
                queries.solutions(scope, cut, true),
                backlog.ages(scope, cut),
                scope.isStaff() ? queries.stays(scope, cut, Figure.STAYED) : Map.of(),
                scope.isStaff() ? queries.stays(scope, cut, Figure.HELD) : Map.of());
    }

    /**
     * The same for each of that dimension, the most created first; of companies, partners and tags, those with the most alone.
     *
     * @throws AccessDenied also for customers who ask for what is the staff's own
     */
    public List<Line> breakdown(Cut cut, Dimension dimension, Person person) {
        return lines.lines(scope(cut, dimension, person), cut, dimension);
    }

    /** Looks whether that person may have those lines, and nothing else. */
    public void admit(Cut cut, Dimension dimension, Person person) {
        scope(cut, dimension, person);
    }

    private Scope scope(Cut cut, Dimension dimension, Person person) {
        var scope = scope(cut, person);
        if (dimension.isInternal() && !scope.isStaff()) {
            throw new AccessDenied("reporting.denied");
        }
        return scope;
    }

    /**
     * The tickets behind a figure, the newest first, as rows of a list; so many rows as its number says, where a ticket counted once.
     *
     * @param before only those with a smaller number; null for the first page
     * @param limit 1 to 500
     */
    public Page<TicketSummary> tickets(Cut cut, Slice slice, @Nullable Long before, int limit, Person person) {
        var scope = scope(cut, slice, person);
        var ids = slices.tickets(scope, cut, slice, before == null ? Long.MAX_VALUE : before, limit + 1);
        var page = ids.subList(0, Math.min(limit, ids.size()));
        return new Page<>(search.list(page, person), ids.size() > limit ? String.valueOf(page.get(limit - 1)) : null);
    }

    /** Looks whether that person may have those tickets, and nothing else. */
    public void admit(Cut cut, Slice slice, Person person) {
        scope(cut, slice, person);
    }

    private Scope scope(Cut cut, Slice slice, Person person) {
        var scope = scope(cut, person);
        var figure = slice.figure();
        if (figure != null && figure.isInternal() && !scope.isStaff()) {
            throw new AccessDenied("reporting.denied");
        }
        return scope;
    }

    /** The same with what reports know of each; up to 500 at a time. */
    public Page<TicketRow> ticketRows(Cut cut, Slice slice, @Nullable Long before, int limit, Person person) {
        var page = tickets(cut, slice, before, limit, person);
        var known = times.of(page.items().stream().map(Reports::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(ticket -> new TicketRow(ticket, known.get(id(ticket))))
                        .toList(),
                page.next());
    }

    private static long id(TicketSummary ticket) {
        return Long.parseLong(ticket.code().digits());
    }

    private Scope scope(Cut cut, Person person) {
        var scope = Scope.of(person, sectors.supervisedBy(person), sectors.all().size(), units.veiledStatuses());
        if (!scope.isStaff() && cut.isInternal()) {
            throw new AccessDenied("reporting.denied");
        }
        return scope;
    }
}
