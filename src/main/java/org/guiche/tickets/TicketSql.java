package org.guiche.tickets;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * A select over tickets that is put together condition by condition; values never become part of its text. The tickets of the page
 * are found first, and only then joined with what names them.
 */
final class TicketSql {

    private final String select;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private String order = "";
    private int limit;

    /** A select from {@code (%s) t}. */
    TicketSql(String select) {
        this.select = select;
    }

    /** Adds a condition whose places are written {@code ?}, in the order of the values. */
    TicketSql where(String condition, Object... values) {
        var text = new StringBuilder();
        int from = 0;
        for (var value : values) {
            int place = condition.indexOf('?', from);
            parameters.add(value);
            text.append(condition, from, place).append('?').append(parameters.size());
            from = place + 1;
        }
        conditions.add(text.append(condition.substring(from)).toString());
        return this;
    }

    TicketSql end(String order, int limit) {
        this.order = " order by " + order;
        this.limit = limit;
        return this;
    }

    Query query(EntityManager em) {
        var found = "select t.* from tickets_ticket t where " + String.join(" and ", conditions) + order + " limit "
                + limit;
        var query = em.createNativeQuery(select.replace("%s", found) + order);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
