package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.shared.RuleViolation;

/** Tickets being written: one open draft a person, kept as the person writes, sent exactly once. */
@Stateless
public class Drafts {

    private static final int LONGEST = 1_000_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Tickets tickets;

    @Inject
    Companies companies;

    @Inject
    Opener opener;

    @Inject
    Previews previews;

    /** The person's open draft, or a new one that is kept once it is saved. */
    public Draft current(Person person) {
        return open(person).orElseGet(() -> new Draft(UUID.randomUUID(), DraftContent.NOTHING, null));
    }

    private Optional<Draft> open(Person person) {
        List<?> rows = em.createNativeQuery("""
                        select cast(id as text), cast(content as text), updated_at from tickets_draft
                        where person_id = ?1 and ticket_id is null""").setParameter(1, person.id()).getResultList();
        return rows.stream().map(row -> draft((Object[]) row)).findFirst();
    }

    private static Draft draft(Object[] row) {
        var savedAt = row[2] instanceof OffsetDateTime at ? at.toInstant() : ((Timestamp) row[2]).toInstant();
        return new Draft(UUID.fromString((String) row[0]), DraftJson.read((String) row[1]), savedAt);
    }

    /**
     * Keeps what is written. Two windows write the same draft: the later one counts. A draft that was sent meanwhile, or
     * belongs to somebody else, is refused.
     */
    public Draft save(UUID id, DraftContent content, Person person) {
        var json = DraftJson.write(content);
        if (json.length() > LONGEST) {
            throw RuleViolation.of("description", "tickets.text.long", LONGEST);
        }
        var now = clock.instant();
        if (rewrite(id, json, now, person) == 0 && begin(id, json, now, person) == 0) {
            throw new RuleViolation("tickets.draft.gone");
        }
        return new Draft(id, content, now);
    }

    private int rewrite(UUID id, String json, Instant now, Person person) {
        return em.createNativeQuery("""
                        update tickets_draft set content = cast(?3 as jsonb), updated_at = ?4, version = version + 1
                        where id = cast(?1 as uuid) and person_id = ?2 and ticket_id is null""")
                .setParameter(1, id.toString())
                .setParameter(2, person.id())
                .setParameter(3, json)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Nothing where the person writes another draft already, or that one was sent or is somebody else's. */
    private int begin(UUID id, String json, Instant now, Person person) {
        return em.createNativeQuery("""
                        insert into tickets_draft (id, version, person_id, content, created_at, updated_at)
                        values (cast(?1 as uuid), 1, ?2, cast(?3 as jsonb), ?4, ?4) on conflict do nothing""")
                .setParameter(1, id.toString())
                .setParameter(2, person.id())
                .setParameter(3, json)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Throws the open draft away, if there is one. Its uploads stay the person's until they are swept. */
    public void discard(Person person) {
        em.createNativeQuery("delete from tickets_draft where person_id = ?1 and ticket_id is null")
                .setParameter(1, person.id())
                .executeUpdate();
    }

    /**
     * Opens the ticket that the draft describes. However often it is sent, by double click, refresh or from two windows, it
     * becomes one ticket, and every answer shows that one (SECURITY Z10).
     */
    public TicketDetails submit(UUID id, Person person) {
        var row = held(id, person);
        if (row[1] != null) {
            return tickets.get(new TicketCode(((Number) row[1]).longValue()), person);
        }
        var ticket = tickets.open(DraftJson.read((String) row[0]).openTicket(id), person);
        em.createNativeQuery("update tickets_draft set ticket_id = ?2, content = '{}' where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, ticket.code().number())
                .executeUpdate();
        return ticket;
    }

    private Object[] held(UUID id, Person person) {
        List<?> rows = em.createNativeQuery("""
                        select cast(content as text), ticket_id from tickets_draft
                        where id = cast(?1 as uuid) and person_id = ?2 for update""")
                .setParameter(1, id.toString())
                .setParameter(2, person.id())
                .getResultList();
        if (rows.isEmpty()) {
            throw new RuleViolation("tickets.draft.gone");
        }
        return (Object[]) rows.get(0);
    }

    /** The same for what is written at this moment, be it kept already or not. */
    public TicketDetails submit(UUID id, DraftContent content, Person person) {
        keepUnlessSent(id, content, person);
        return submit(id, person);
    }

    private void keepUnlessSent(UUID id, DraftContent content, Person person) {
        List<?> sent = em.createNativeQuery(
                        "select 1 from tickets_draft where id = cast(?1 as uuid) and person_id = ?2 and ticket_id is not null")
                .setParameter(1, id.toString())
                .setParameter(2, person.id())
                .getResultList();
        if (sent.isEmpty()) {
            save(id, content, person);
        }
    }

    /** What the ticket would promise now, choice by choice. The draft must name a unit. */
    public Preview preview(DraftView view, Person person) {
        var unit = Objects.requireNonNull(view.unit());
        var opening = view.opening() == null ? companies.opening(null, null, person) : view.opening();
        var sector = opener.sector(unit, opening, Objects.requireNonNull(view.form()));
        return previews.of(unit, sector, opening.isOfConcludedProject());
    }
}
