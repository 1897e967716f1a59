package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiche.shared.JsonMap;
import org.guiche.shared.Page;
import org.guiche.shared.SqlArray;
import org.guiche.tickets.TriageBoard.Card;
import org.guiche.tickets.TriageBoard.Suggestion;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.TriageRules.SectorWords;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Reads the triage board: five statements, however many tickets wait and however many sectors there are. */
@Dependent
class TriageReader {

    /** How many cards the first column shows at once. */
    static final int A_COLUMN = 50;

    private static final int BEGINNING = 320;

    @PersistenceContext
    EntityManager em;

    @Inject
    SummaryRows rows;

    @Inject
    LaneReader lanes;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    /** What a suggestion is made of, and what is shown of the text. */
    private record Content(String beginning, Map<String, Object> answers) {}

    TriageBoard board(Sector entry, @Nullable String cursor) {
        var page = page(entry, cursor);
        var contents = contents(page.items());
        var cards = page.items().stream()
                .map(ticket -> card(ticket, contents.get(ticket.code().number())))
                .toList();
        return new TriageBoard(entry, waiting(entry), new Page<>(cards, page.next()), lanes.read(entry), rules(entry));
    }

    private Page<TicketSummary> page(Sector entry, @Nullable String cursor) {
        var order = TicketQueries.order(entry.queueOrder());
        var sql = new TicketSql(SummaryRows.SELECT)
                .where("t.sector_id = ?", entry.id())
                .where("t.in_triage");
        if (cursor != null) {
            // one that was sorted meanwhile still says where it stood
            sql.where(
                    "(" + order + ") > (select " + order + " from tickets_ticket t where t.id = ?)",
                    Cursor.ticket(cursor));
        }
        return rows.page(sql, order, A_COLUMN, Cursor::of);
    }

    private int waiting(Sector entry) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from tickets_ticket t where t.sector_id = ?1 and t.in_triage")
                        .setParameter(1, entry.id())
                        .getSingleResult())
                .intValue();
    }

    private Map<Long, Content> contents(List<TicketSummary> tickets) {
        List<?> found = em.createNativeQuery("""
                        select t.id, cast(t.answers as text), (select left(m.plain, ?2) from tickets_message m
                            where m.ticket_id = t.id order by m.created_at, m.id limit 1)
                        from tickets_ticket t where t.id = any(cast(?1 as bigint[]))""")
                .setParameter(
                        1,
                        SqlArray.of(
                                tickets.stream().map(one -> one.code().number()).toList()))
                .setParameter(2, BEGINNING)
                .getResultList();
        return found.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), TriageReader::content));
    }

    private static Content content(Object[] row) {
        return new Content(row[2] == null ? "" : (String) row[2], new JsonMap().convertToEntityAttribute(row[1]));
    }

    private Card card(TicketSummary ticket, @Nullable Content content) {
        return content == null
                ? new Card(ticket, "", null)
                : new Card(
                        ticket, content.beginning(), suggestion(ticket, content).orElse(null));
    }

    /** What the answers name goes before what the words say. */
    private Optional<Suggestion> suggestion(TicketSummary ticket, Content content) {
        var triage = ticket.unit().settings().triage();
        return ticket.unit()
                .form()
                .sector(content.answers())
                .map(key -> new SectorWords(key, List.of()))
                .or(() -> triage.suggest(ticket.subject() + " " + content.beginning()))
                .map(found -> new Suggestion(sectors.get(found.sector()), found.words()));
    }

    private List<SectorWords> rules(Sector entry) {
        return units.all().stream()
                .filter(unit -> unit.entrySector().equals(entry))
                .flatMap(unit -> unit.settings().triage().words().stream())
                .collect(Collectors.groupingBy(SectorWords::sector, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new SectorWords(one.getKey(), words(one.getValue())))
                .toList();
    }

    private static List<String> words(List<SectorWords> some) {
        return some.stream().flatMap(one -> one.words().stream()).distinct().toList();
    }
}
