package org.guiche.sheets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A value of a table, with its kind: in files numbers stay numbers and days stay days, and texts are never anything but texts. */
public sealed interface Cell {

    /** Words, whatever they begin with. */
    record Text(String text) implements Cell {}

    /** How many. */
    record Count(long number) implements Cell {}

    /** A number that is shown with one digit after the comma. */
    record Decimal(double number) implements Cell {}

    /** A part of a whole, 0 to 1; shown in percent. */
    record Share(double part) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /** A moment, shown to the minute as it is told in that zone. */
    record Moment(Instant at, ZoneId zone) implements Cell {}

    /** A length of time, shown in hours and minutes. */
    record Length(Duration length) implements Cell {}

    /** Nothing. */
    record Blank() implements Cell {}

    /** Nothing. */
    Cell BLANK = new Blank();

    static Cell of(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    static Cell of(long number) {
        return new Count(number);
    }

    static Cell of(LocalDate day) {
        return new Day(day);
    }

    static Cell of(Duration length) {
        return new Length(length);
    }

    /** Nothing where there is none. */
    static Cell of(Optional<Duration> length) {
        return length.<Cell>map(Length::new).orElse(BLANK);
    }

    /** That part of that whole; nothing for a part of nothing. */
    static Cell share(long part, long whole) {
        return whole == 0 ? BLANK : new Share((double) part / whole);
    }
}
