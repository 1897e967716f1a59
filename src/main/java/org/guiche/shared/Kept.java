package org.guiche.shared;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of rows that are kept for a while: one of the caller's own tables, and from when its time is counted (ADR 17, ADR 30).
 *
 * @param also which rows of the table, in SQL; all where it is empty
 * @param unless which of those are left alone though their time is over, in SQL with {@code ?1} for when it ended; none where it is empty
 * @param days how long, where nobody said otherwise; {@link #FOR_GOOD} for those that stay until somebody says how long
 * @param least how long at least, whatever somebody says
 * @param person the column of whose it is, for rows that a hold keeps; or a condition with {@code %1$s} for an array of people
 * @param ticket the column of the ticket that it is of, likewise
 */
public record Kept(
        String table,
        String since,
        String also,
        String unless,
        int days,
        int least,
        @Nullable String person,
        @Nullable String ticket) {

    /** Until somebody says how long. */
    public static final int FOR_GOOD = 0;

    /** Rows of that table, by the age of that column: so many days, and so many at least. */
    public static Kept of(String table, String since, int days, int least) {
        return new Kept(table, since, "", "", days, least, null, null);
    }

    /** The same of these rows alone. */
    public Kept where(String condition) {
        return new Kept(table, since, condition, unless, days, least, person, ticket);
    }

    /** The same without those, whose time may be over. */
    public Kept unless(String condition) {
        return new Kept(table, since, also, condition, days, least, person, ticket);
    }

    /** The same, which a hold on a person keeps. */
    public Kept ofPerson(String column) {
        return new Kept(table, since, also, unless, days, least, column, ticket);
    }

    /** The same, which a hold on a ticket keeps. */
    public Kept ofTicket(String column) {
        return new Kept(table, since, also, unless, days, least, person, column);
    }

    /** Which rows have had their time, with {@code ?1} for when it ended. */
    String old(HeldData held) {
        return since + " < ?1" + (also.isEmpty() ? "" : " and " + also)
                + (unless.isEmpty() ? "" : " and not (" + unless + ")")
                + without(person, held.people())
                + without(ticket, held.tickets());
    }

    private static String without(@Nullable String column, Set<Long> ids) {
        if (column == null || ids.isEmpty()) {
            return "";
        }
        var array = ids.stream().map(String::valueOf).collect(Collectors.joining(",", "cast('{", "}' as bigint[])"));
        var condition = column.contains("%1$s") ? column : column + " = any(%1$s)";
        return " and not coalesce(" + condition.formatted(array) + ", false)";
    }

    /** Whether they stay until somebody says how long. */
    public boolean isForGood() {
        return days == FOR_GOOD;
    }

    /** The key of what the rows are called. */
    public String label() {
        return table.replaceFirst("_.*", "") + ".retention." + table;
    }
}
