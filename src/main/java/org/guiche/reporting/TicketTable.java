package org.guiche.reporting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guiche.reporting.TicketRow.Times;
import org.guiche.shared.Texts;
import org.guiche.sheets.Cell;
import org.guiche.sheets.Heading;
import org.guiche.tickets.PersonRef;
import org.guiche.tickets.TicketSummary;
import org.guiche.units.Classification;
import org.jspecify.annotations.Nullable;

/** What a file tells of each ticket: of sectors, agents and names of statuses that are the staff's own nothing to anybody else. */
final class TicketTable {

    private static final List<Field> FIELDS = List.of(
            new Field(
                    "code", 9, row -> Cell.of(Long.parseLong(row.ticket().code().digits()))),
            new Field("subject", 40, row -> Cell.of(row.ticket().subject())),
            new Field("status", 14, row -> Cell.of(row.ticket().status().publicName())),
            new Field("unit", 18, row -> Cell.of(row.ticket().unit().name())),
            new Field("classification", 18, TicketTable::classification),
            new Field(
                    "priority", 11, row -> word("shared.priority.", row.ticket().priority())),
            new Field(
                    "channel",
                    11,
                    row -> word("tickets.desk.channel.", row.ticket().channel())),
            new Field("requester", 20, row -> named(row.ticket().requester())),
            new Field("company", 20, row -> text(row.ticket().companyName())),
            new Field("created", 16, row -> created(row.ticket())),
            new Field("answered", 12, row -> day(row, Times::answered)),
            new Field("answer", 12, row -> length(row, Times::answer)),
            new Field("solved", 12, row -> day(row, Times::solved)),
            new Field("solution", 12, row -> length(row, Times::solution)));

    private static final List<Field> INTERNAL = List.of(
            new Field("status", 14, row -> Cell.of(row.ticket().status().name())),
            new Field("sector", 14, row -> Cell.of(row.ticket().sector().name())),
            new Field("agent", 18, row -> named(row.ticket().assignee())));

    private final List<Field> fields;

    private record Field(String key, int width, Function<TicketRow, Cell> value) {}

    private TicketTable(List<Field> fields) {
        this.fields = fields;
    }

    /** The one for the staff, or for everybody else. */
    static TicketTable of(boolean staff) {
        return new TicketTable(staff ? withInternal() : FIELDS);
    }

    private static List<Field> withInternal() {
        var at = 2;
        return Stream.of(FIELDS.subList(0, at), INTERNAL, FIELDS.subList(at + 1, FIELDS.size()))
                .flatMap(List::stream)
                .toList();
    }

    List<Heading> headings() {
        return fields.stream()
                .map(one -> new Heading(one.key(), Texts.get("reporting.field." + one.key()), one.width()))
                .toList();
    }

    List<Cell> cells(TicketRow row) {
        return fields.stream().map(one -> one.value().apply(row)).toList();
    }

    private static Cell classification(TicketRow row) {
        var times = row.times();
        var id = times == null ? null : times.classificationId();
        return id == null
                ? Cell.BLANK
                : text(row.ticket()
                        .unit()
                        .classification(id)
                        .map(Classification::name)
                        .orElse(null));
    }

    private static Cell word(String prefix, Enum<?> one) {
        return Cell.of(Texts.get(prefix + one.name().toLowerCase(Locale.ROOT)));
    }

    private static Cell named(@Nullable PersonRef person) {
        return person == null ? Cell.BLANK : Cell.of(person.name());
    }

    private static Cell text(@Nullable String text) {
        return text == null ? Cell.BLANK : Cell.of(text);
    }

    private static Cell created(TicketSummary ticket) {
        return new Cell.Moment(ticket.createdAt(), ticket.unit().calendar().zone());
    }

    private interface Known<T> {
        @Nullable
        T of(Times times);
    }

    private static Cell day(TicketRow row, Known<LocalDate> known) {
        var times = row.times();
        var day = times == null ? null : known.of(times);
        return day == null ? Cell.BLANK : Cell.of(day);
    }

    private static Cell length(TicketRow row, Known<Duration> known) {
        var times = row.times();
        var length = times == null ? null : known.of(times);
        return length == null ? Cell.BLANK : Cell.of(length);
    }
}
