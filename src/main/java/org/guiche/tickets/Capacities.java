package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.SqlArray;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * How many open tickets each of the staff takes at most, which the supervisor says, and until when somebody is away, which the
 * person says. Taking the next ticket keeps to both; who gives a ticket to somebody who is away is told.
 */
@Stateless
public class Capacities {

    private static final int MOST = 999;
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final String OF = """
            select p.id, p.shown_name, (select count(*) from tickets_ticket t where t.assignee_id = p.id and t.category = 'OPEN'),
                c.most_open, c.absent_until
            from accounts_person p left join tickets_capacity c on c.person_id = p.id
            where p.active and p.id = any(cast(?1 as bigint[])) order by p.shown_name, p.id""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Sectors sectors;

    /** One's own; for the staff only. */
    public Capacity own(Person agent) {
        requireStaff(agent);
        return of(List.of(agent.id())).get(0);
    }

    private static void requireStaff(Person person) {
        if (!person.isStaff()) {
            throw new AccessDenied("tickets.desk.denied");
        }
    }

    /** Whether the person supervises a sector at least. */
    public boolean hasTeam(Person person) {
        return !sectors.supervisedBy(person).isEmpty();
    }

    /** Of all who are members of a sector that the person supervises. Refuses whoever supervises none. */
    public List<Capacity> team(Person supervisor) {
        return of(members(supervisor));
    }

    private List<Long> members(Person supervisor) {
        var supervised = sectors.supervisedBy(supervisor);
        if (supervised.isEmpty()) {
            throw new AccessDenied("tickets.capacity.denied");
        }
        return supervised.stream()
                .map(Sector::id)
                .flatMap(id -> sectors.members(id).stream())
                .distinct()
                .toList();
    }

    private List<Capacity> of(Collection<Long> people) {
        List<?> rows =
                em.createNativeQuery(OF).setParameter(1, SqlArray.of(people)).getResultList();
        return rows.stream().map(row -> capacity((Object[]) row)).toList();
    }

    private Capacity capacity(Object[] row) {
        var until = row[4] == null ? null : SummaryRows.at(row[4]);
        return new Capacity(
                new PersonRef(((Number) row[0]).longValue(), (String) row[1]),
                ((Number) row[2]).intValue(),
                row[3] == null ? null : ((Number) row[3]).intValue(),
                until != null && until.isAfter(clock.instant()) ? until : null);
    }

    /** Those of these people who are away now. */
    public List<Capacity> absent(Collection<Long> people, Person agent) {
        requireStaff(agent);
        return of(people).stream().filter(one -> one.absentUntil() != null).toList();
    }

    /** Until when that person is away; nothing where he or she is there. */
    public Optional<Instant> absentUntil(long person, Person agent) {
        return absent(List.of(person), agent).stream().findFirst().map(Capacity::absentUntil);
    }

    /** The person is away until then, or there again where nothing is given. Refuses what is past, and more than a year. */
    public void setAbsence(@Nullable Instant until, Person agent) {
        requireStaff(agent);
        var now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw RuleViolation.of("until", "tickets.capacity.until");
        }
        em.createNativeQuery("""
                        insert into tickets_capacity (person_id, absent_until) values (?1, cast(?2 as timestamptz))
                        on conflict (person_id) do update set absent_until = excluded.absent_until""")
                .setParameter(1, agent.id())
                .setParameter(
                        2, until == null ? null : until.atOffset(ZoneOffset.UTC).toString())
                .executeUpdate();
    }

    /** The limits of several people by their ids, with null for none: all of them, or nothing. */
    public void setLimits(Map<Long, @Nullable Integer> limits, Person supervisor) {
        limits.forEach((person, most) -> setLimit(person, most, supervisor));
    }

    /**
     * That person takes so many open tickets at most, in all sectors together, or as many as there are where nothing is given. For
     * whoever supervises one of the sectors that the person works in.
     */
    public void setLimit(long person, @Nullable Integer most, Person supervisor) {
        var team = members(supervisor);
        if (most != null && (most < 1 || most > MOST)) {
            throw RuleViolation.of("most", "tickets.capacity.most", MOST);
        }
        if (!team.contains(person)) {
            throw RuleViolation.of("most", "tickets.capacity.nobody");
        }
        em.createNativeQuery("""
                        insert into tickets_capacity (person_id, most_open) values (?1, cast(?2 as integer))
                        on conflict (person_id) do update set most_open = excluded.most_open""")
                .setParameter(1, person)
                .setParameter(2, most == null ? null : most.toString())
                .executeUpdate();
    }
}
