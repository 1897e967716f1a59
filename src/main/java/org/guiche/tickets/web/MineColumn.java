package org.guiche.tickets.web;

import java.util.List;
import java.util.Locale;
import org.guiche.shared.Texts;
import org.guiche.tickets.TicketOrder;
import org.guiche.tickets.TicketOrder.By;
import org.jspecify.annotations.Nullable;

/**
 * A column of the list of one's tickets. Its heading sorts by it, and the other way round when it does already.
 *
 * @param sorted {@code ascending} or {@code descending}; null for those that the list is not sorted by
 */
public record MineColumn(
        String label, String path, @Nullable String sorted) {

    private static final List<By> SHOWN =
            List.of(By.CODE, By.SUBJECT, By.STATUS, By.PRIORITY, By.DUE, By.CREATED, By.ACTIVITY);

    static List<MineColumn> of(MineQuery query) {
        return SHOWN.stream()
                .map(by -> query.order().by() == by
                        ? new MineColumn(
                                label(by), turned(query), query.order().descending() ? "descending" : "ascending")
                        : new MineColumn(
                                label(by), query.with(TicketOrder.of(by)).path(), null))
                .toList();
    }

    /** The address of the same list, the other way round. */
    static String turned(MineQuery query) {
        return query.with(query.order().turned()).path();
    }

    private static String label(By by) {
        return Texts.get("tickets.mine." + by.name().toLowerCase(Locale.ROOT));
    }

    /** The orders as choices, where there is no room for headings. */
    static List<MineChoice> choices(MineQuery query) {
        var now = query.order();
        return SHOWN.stream()
                .map(by -> by == now.by() ? now : TicketOrder.of(by))
                .map(order -> MineChoice.of(MineQuery.word(order), label(order.by()), order.equals(now)))
                .toList();
    }

    /** The icon of the direction. */
    public String icon() {
        return "pi pi-sort-" + ("ascending".equals(sorted) ? "up" : "down");
    }
}
