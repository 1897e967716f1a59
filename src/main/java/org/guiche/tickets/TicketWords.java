package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.regex.Pattern;
import org.guiche.accounts.Person;

/**
 * The tickets with certain words in them. Words that stand in many of the newest messages are found by walking the tickets in the
 * order of the list until its page is full; all others by their index. The database is told which of the two, because it cannot
 * guess how many messages hold a word that it has seen too seldom to count.
 */
@Dependent
class TicketWords {

    private static final Pattern CODE = Pattern.compile("#?([1-9]\\d{0,11})");
    private static final int NEWEST = 1000;
    private static final int OFTEN = 3;
    private static final String HIT = "m.search @@ websearch_to_tsquery('guiche', ?)";

    @PersistenceContext
    EntityManager em;

    /** Restricts a list to those tickets; the code of a ticket is that ticket. */
    void restrict(TicketSql sql, String words, Person person) {
        var code = CODE.matcher(words);
        if (code.matches()) {
            sql.where("t.id = ?", Long.valueOf(code.group(1)));
            return;
        }
        var hit = HIT + (TicketAccess.canReadNotes(person) ? "" : " and not m.internal");
        if (isCommon(words)) {
            sql.where("(select true from tickets_message m where m.ticket_id = t.id and " + hit + " limit 1)", words);
        } else {
            sql.where("t.id = any(array(select m.ticket_id from tickets_message m where " + hit + "))", words);
        }
    }

    private boolean isCommon(String words) {
        var count = em.createNativeQuery(
                        "select count(*) from (select m.search from tickets_message m order by m.id desc limit "
                                + NEWEST + ") m where " + HIT.replace("?", "?1"))
                .setParameter(1, words)
                .getSingleResult();
        return ((Number) count).intValue() >= OFTEN;
    }
}
