package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guiche.accounts.AccessKind;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonalRecords;
import org.guiche.shared.HeldData;
import org.guiche.shared.RuleViolation;
import org.guiche.tickets.PersonalTickets;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.jspecify.annotations.Nullable;

/** What must stay though its time is over: for a court, an authority, a quarrel. While it holds, nothing of it is erased or swept. */
@Stateless
public class Holds {

    private static final String IN_FORCE = "lifted_at is null and (until is null or until >= cast(?1 as date))";
    private static final int LONGEST = 1000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @EJB
    Tickets tickets;

    @EJB
    PersonalTickets personal;

    @EJB
    PersonalRecords records;

    @EJB
    AuditTrail audit;

    @EJB
    AccessLog access;

    /** Those in force, the newest first. */
    public List<Hold> all(Person by) {
        PrivacyAccess.requireDecider(by);
        List<?> rows = em.createNativeQuery(
                        "select id, person_id, ticket_id, reason, cast(until as text), placed_at, placed_by from privacy_hold where "
                                + IN_FORCE + " order by id desc")
                .setParameter(1, Days.today(clock).toString())
                .getResultList();
        var holds = rows.stream().map(row -> hold((Object[]) row)).toList();
        var subjects =
                holds.stream().map(Hold::personId).filter(Objects::nonNull).toList();
        access.readAll(by, subjects, AccessKind.LIST);
        return holds;
    }

    private static Hold hold(Object[] row) {
        return new Hold(
                ((Number) row[0]).longValue(),
                row[1] == null ? null : ((Number) row[1]).longValue(),
                row[2] == null ? null : new TicketCode(((Number) row[2]).longValue()),
                (String) row[3],
                row[4] == null ? null : LocalDate.parse((String) row[4]),
                ((Timestamp) row[5]).toInstant(),
                ((Number) row[6]).longValue());
    }

    /** Keeps all data of that person. Refuses without a reason. */
    public void ofPerson(long personId, String reason, @Nullable LocalDate until, Person by) {
        PrivacyAccess.requireDecider(by);
        records.of(personId);
        place("person_id", personId, checked(reason), until, by);
    }

    /** Keeps that ticket, and the data of whoever asked. Refuses without a reason, and what is no ticket. */
    public void ofTicket(TicketCode code, String reason, @Nullable LocalDate until, Person by) {
        PrivacyAccess.requireDecider(by);
        tickets.get(code, by);
        place("ticket_id", code.number(), checked(reason), until, by);
    }

    private static String checked(String typed) {
        var reason = typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw RuleViolation.of("reason", "privacy.reason", LONGEST);
        }
        return reason;
    }

    private void place(String column, long what, String reason, @Nullable LocalDate until, Person by) {
        if (until != null && until.isBefore(Days.today(clock))) {
            throw RuleViolation.of("until", "privacy.hold.past");
        }
        var id = (Number) em.createNativeQuery(
                        "insert into privacy_hold (" + column
                                + ", reason, until, placed_at, placed_by) values (?1, ?2, cast(?3 as date), ?4, ?5) returning id")
                .setParameter(1, what)
                .setParameter(2, reason)
                .setParameter(3, until == null ? null : until.toString())
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(5, by.id())
                .getSingleResult();
        audit(id.longValue(), "placed", Map.of(column.equals("person_id") ? "person" : "ticket", what), by);
    }

    /** It holds nothing more. */
    public void lift(long id, Person by) {
        PrivacyAccess.requireDecider(by);
        em.createNativeQuery(
                        "update privacy_hold set lifted_at = ?2, lifted_by = ?3 where id = ?1 and lifted_at is null")
                .setParameter(1, id)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, by.id())
                .executeUpdate();
        audit(id, "lifted", Map.of(), by);
    }

    private void audit(long id, String word, Map<String, Object> values, Person by) {
        audit.record(
                by,
                Audited.of(AuditSubject.PRIVACY, id, "privacy.audit.hold." + word)
                        .to(values));
    }

    /** Whom and what it holds is for those to ask who sweep. */
    public void held(@Observes HeldData data) {
        each("person_id").forEach(data::person);
        each("ticket_id").forEach(data::ticket);
    }

    private List<Long> each(String column) {
        List<?> ids = em.createNativeQuery(
                        "select " + column + " from privacy_hold where " + column + " is not null and " + IN_FORCE)
                .setParameter(1, Days.today(clock).toString())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Nobody is erased whose data is held, nor whoever asked for a ticket that is. */
    public void planned(@Observes ErasurePlan plan) {
        List<?> rows = em.createNativeQuery("""
                        select cast(until as text) from privacy_hold where (person_id = ?2
                            or ticket_id = any(cast(?3 as bigint[]))) and\s""" + IN_FORCE)
                .setParameter(1, plan.today().toString())
                .setParameter(2, plan.personId())
                .setParameter(3, own(plan.personId()))
                .getResultList();
        rows.forEach(until -> plan.waits(
                "privacy.erasure.hold",
                1,
                until == null ? null : LocalDate.parse((String) until).plusDays(1)));
    }

    private String own(long personId) {
        return personal.of(personId).stream().map(TicketCode::digits).collect(Collectors.joining(",", "{", "}"));
    }
}
