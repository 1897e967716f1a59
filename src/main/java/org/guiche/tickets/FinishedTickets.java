package org.guiche.tickets;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guiche.shared.Kept;
import org.guiche.shared.RetentionSurvey;

/**
 * Empties tickets that were closed so long ago, where somebody said how long (ADR 35): two years at least, as the decree on customer service
 * wants (Decreto 11.034/2022, art. 12). What is open, held, or told together with what is open or newer stays whole.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FinishedTickets {

    /** Two years, and the day of the leap one. */
    static final int LEAST = 731;

    /** Told together with what is open, or with what was closed at a time that is said behind it, with a bracket. */
    static final String TOLD_WITH_NEWER = """
            exists (select 1 from tickets_link l join tickets_ticket o on o.id = l.target_id
                where l.ticket_id = tickets_ticket.id and o.category <> 'CLOSED')
            or exists (select 1 from tickets_link l join tickets_ticket o on o.id = l.ticket_id
                where l.target_id = tickets_ticket.id and o.category <> 'CLOSED')
            or exists (with recursive told as (
                    select o.merged_into, o.category, o.closed_at from tickets_ticket o where o.id = tickets_ticket.merged_into
                    union all
                    select n.merged_into, n.category, n.closed_at from tickets_ticket n join told on n.id = told.merged_into)
                select 1 from told where category <> 'CLOSED' or\s""";

    private static final String OTHERS_OPEN = TOLD_WITH_NEWER + "closed_at >= ?1)";

    static final String OF_PEOPLE = """
            (requester_id = any(%1$s) or opened_by_id = any(%1$s) or exists (select 1 from tickets_message m
                where m.ticket_id = tickets_ticket.id and m.author_id = any(%1$s)))""";

    static final String OF_TICKETS = "(id = any(%1$s) or merged_into = any(%1$s))";

    static final Kept CLOSED = Kept.of("tickets_ticket", "closed_at", Kept.FOR_GOOD, LEAST)
            .where("category = 'CLOSED' and emptied_at is null")
            .unless(OTHERS_OPEN)
            .ofPerson(OF_PEOPLE)
            .ofTicket(OF_TICKETS);

    @Inject
    TicketEmptying emptying;

    /** Every night; nothing while nobody said how long. */
    @Schedule(hour = "2", minute = "27", persistent = false)
    public void forget() {
        for (var emptied = TicketEmptying.AT_ONCE; emptied == TicketEmptying.AT_ONCE; ) {
            emptied = emptying.some(CLOSED);
        }
    }

    /** What of it is kept how long. */
    public void surveyed(@Observes RetentionSurvey survey) {
        survey.of(CLOSED);
    }
}
