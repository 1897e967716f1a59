package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiche.accounts.AccessKind;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The register of incidents with personal data: kept for five years at least, whether anybody had to be told or not (Res. CD/ANPD
 * 15/2024). Nothing of it can be taken away by hand. For the data officer.
 */
@Stateless
public class Incidents {

    private static final int LONGEST = 10_000;
    private static final int LONGEST_TITLE = 200;
    private static final String SELECT = """
            select i.id, i.title, i.description, i.measures, i.known_at, i.risky, i.authority_at, i.people_at,
                i.closed_at, (select string_agg(cast(p.person_id as text), ',' order by p.person_id)
                    from privacy_incident_person p where p.incident_id = i.id) from privacy_incident i\s""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @EJB
    AffectedPeople affected;

    @EJB
    AuditTrail audit;

    @EJB
    AccessLog access;

    /** What may be done to one, once each. */
    public enum Step {
        AUTHORITY_TOLD("authority_at"),
        PEOPLE_TOLD("people_at"),
        CLOSED("closed_at");

        private final String column;

        Step(String column) {
            this.column = column;
        }
    }

    /** What is known at the beginning. */
    public record NewIncident(String title, String description, Instant knownAt, boolean risky) {}

    /** All, what is owed first, then the newest. */
    public List<Incident> all(Person by) {
        PrivacyAccess.requireOfficer(by);
        List<?> rows = em.createNativeQuery(SELECT + "order by i.closed_at is not null, i.known_at desc, i.id desc")
                .getResultList();
        return rows.stream().map(row -> incident((Object[]) row)).toList();
    }

    /** One of them. */
    public Incident get(long id, Person by) {
        PrivacyAccess.requireOfficer(by);
        List<?> rows = em.createNativeQuery(SELECT + "where i.id = ?1")
                .setParameter(1, id)
                .getResultList();
        var found = rows.stream()
                .map(row -> incident((Object[]) row))
                .findFirst()
                .orElseThrow(() -> new NotFound("privacy.incident.not-found"));
        access.readAll(by, found.people(), AccessKind.LIST);
        return found;
    }

    /** Writes one down. Refuses what says nothing, and what is known in the future only. */
    public Incident record(NewIncident known, Person by) {
        PrivacyAccess.requireOfficer(by);
        text("title", known.title(), LONGEST_TITLE);
        text("description", known.description(), LONGEST);
        if (known.knownAt().isAfter(clock.instant())) {
            throw RuleViolation.of("known", "privacy.incident.future");
        }
        var id = (Number) em.createNativeQuery("""
                        insert into privacy_incident (title, description, known_at, risky, recorded_at, recorded_by)
                        values (?1, ?2, ?3, ?4, ?5, ?6) returning id""")
                .setParameter(1, known.title().strip())
                .setParameter(2, known.description().strip())
                .setParameter(3, known.knownAt().atOffset(ZoneOffset.UTC))
                .setParameter(4, known.risky())
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(6, by.id())
                .getSingleResult();
        audit(id.longValue(), "recorded", by);
        return get(id.longValue(), by);
    }

    private static void text(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw RuleViolation.of(field, "privacy.incident." + field, longest);
        }
    }

    /** What was done about it so far, in place of what was said of that before. */
    public void measures(long id, String measures, Person by) {
        get(id, by);
        if (measures.length() > LONGEST) {
            throw RuleViolation.of("measures", "privacy.incident.measures", LONGEST);
        }
        em.createNativeQuery("update privacy_incident set measures = ?2 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, measures.strip())
                .executeUpdate();
        audit(id, "measures", by);
    }

    /** That has been done now; the first time counts. Nothing is closed while somebody has to be told. */
    public void done(long id, Step step, Person by) {
        var incident = get(id, by);
        if (step == Step.CLOSED && incident.isOwed()) {
            throw new RuleViolation("privacy.incident.owed");
        }
        em.createNativeQuery(
                        "update privacy_incident set %1$s = coalesce(%1$s, ?2) where id = ?1".formatted(step.column))
                .setParameter(1, id)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit(id, step.name().toLowerCase(Locale.ROOT).replace('_', '-'), by);
    }

    /**
     * Adds those whose data it was: whoever is told by that ticket, has that file, or asked that agent.
     *
     * @param found a ticket's number, a file's id, or an agent's address
     * @return how many are in it by now
     */
    public int add(long id, String found, Person by) {
        get(id, by);
        var people = affected.by(found.strip(), by);
        people.forEach(person -> em.createNativeQuery("""
                        insert into privacy_incident_person (incident_id, person_id, found_by) values (?1, ?2, ?3)
                        on conflict do nothing""")
                .setParameter(1, id)
                .setParameter(2, person)
                .setParameter(3, people.size() == 1 ? "person" : "several")
                .executeUpdate());
        audit(id, "people", by);
        return get(id, by).people().size();
    }

    private void audit(long id, String word, Person by) {
        audit.record(
                by,
                Audited.of(AuditSubject.PRIVACY, id, "privacy.audit.incident." + word)
                        .to(Map.of("incident", id)));
    }

    private static Incident incident(Object[] row) {
        return new Incident(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Timestamp) row[4]).toInstant(),
                (Boolean) row[5],
                at(row[6]),
                at(row[7]),
                at(row[8]),
                ids((String) row[9]));
    }

    private static @Nullable Instant at(@Nullable Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }

    private static List<Long> ids(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(Long::valueOf).toList();
    }
}
