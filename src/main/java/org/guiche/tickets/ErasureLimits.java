package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.KnownContacts;
import org.guiche.shared.SqlArray;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * What of a person's tickets goes and stays, and what has to be waited for: that they are finished, and that those under the decree on
 * customer service are two years old (Decreto 11.034/2022, art. 12).
 */
@Dependent
class ErasureLimits {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");
    private static final int KEPT_YEARS = 2;

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    PersonalTickets personal;

    void planned(@Observes ErasurePlan plan) {
        var person = plan.personId();
        plan.stays("tickets.erasure.tickets", count("tickets_ticket where requester_id = ?1", person));
        plan.stays("tickets.erasure.messages", count("tickets_message where author_id = ?1", person));
        plan.goes("tickets.erasure.drafts", drafts(person));
        plan.goes("tickets.erasure.texts", texts(plan));
        plan.waits(
                "tickets.erasure.unfinished",
                count(
                        "tickets_ticket where requester_id = ?1 and category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')",
                        person),
                null);
        plan.waits(
                "tickets.erasure.assigned",
                count(
                        "tickets_ticket where assignee_id = ?1 and category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')",
                        person),
                null);
        decree(plan);
    }

    private long drafts(long person) {
        return count("tickets_draft where person_id = ?1 and ticket_id is null", person)
                + count("tickets_reply_draft where person_id = ?1", person);
    }

    /** Messages in the person's own tickets that speak of him or her; how many elsewhere do is seen when it is done. */
    private long texts(ErasurePlan plan) {
        return ((Number) em.createNativeQuery("""
                        select count(*) from tickets_message
                        where ticket_id = any(cast(?1 as bigint[])) and (plain ~* ?2 or heading ~* ?2)""")
                        .setParameter(1, SqlArray.of(personal.with(plan.personId())))
                        .setParameter(2, plan.traces().own())
                        .getSingleResult())
                .longValue();
    }

    private void decree(ErasurePlan plan) {
        List<?> rows = em.createNativeQuery("""
                        select unit_id, count(*), cast(cast(max(coalesce(closed_at, resolved_at)) at time zone 'America/Sao_Paulo' as date) as text)
                        from tickets_ticket where requester_id = ?1 and resolved_at > cast(?2 as timestamptz) group by unit_id""")
                .setParameter(1, plan.personId())
                .setParameter(
                        2,
                        plan.today()
                                .minusYears(KEPT_YEARS)
                                .atStartOfDay(BRASILIA)
                                .toOffsetDateTime()
                                .toString())
                .getResultList();
        rows.stream()
                .map(row -> (Object[]) row)
                .filter(row ->
                        units.get(((Number) row[0]).longValue()).settings().sac())
                .forEach(row ->
                        plan.waits("tickets.erasure.sac", ((Number) row[1]).longValue(), until((String) row[2])));
    }

    private static @Nullable LocalDate until(@Nullable String resolved) {
        return resolved == null
                ? null
                : LocalDate.parse(resolved).plusYears(KEPT_YEARS).plusDays(1);
    }

    /** Whoever asked under the own name or address may have left other addresses and phones. */
    void known(@Observes KnownContacts contacts) {
        List<?> rows =
                em.createNativeQuery("""
                        select distinct contact ->> 'name', contact ->> 'email', contact ->> 'phone' from tickets_ticket
                        where requester_id = ?1 or contact ->> 'email' = (select email from accounts_person where id = ?1)""").setParameter(1, contacts.personId()).getResultList();
        rows.stream().map(row -> (Object[]) row).forEach(row -> known(row, contacts));
    }

    private static void known(@Nullable Object[] row, KnownContacts contacts) {
        var email = String.valueOf(row[1]);
        if (contacts.isOf(String.valueOf(row[0]), email)) {
            contacts.email(email);
            if (row[2] != null) {
                contacts.phone((String) row[2]);
            }
        }
    }

    private long count(String what, long person) {
        return ((Number) em.createNativeQuery("select count(*) from " + what)
                        .setParameter(1, person)
                        .getSingleResult())
                .longValue();
    }
}
