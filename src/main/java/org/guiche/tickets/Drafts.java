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

    private static final String REWRITE = """
            update tickets_draft set content = cast(?3 as jsonb), updated_at = ?4, writer = cast(?5 as uuid), version = version + 1
            where id = cast(?1 as uuid) and person_id = ?2 and ticket_id is null
                and (version = ?6 or writer = cast(?5 as uuid)) returning version""";

    /** Nothing where the person writes another draft already, or that one was sent or is somebody else's. */
    private static final String BEGIN = """
            insert into tickets_draft (id, version, person_id, content, created_at, updated_at, writer)
            values (cast(?1 as uuid), 1, ?2, cast(?3 as jsonb), ?4, ?4, cast(?5 as uuid))
            on conflict do nothing returning version""";

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

    @Inject
    FollowUps followUps;

    /** The person's open draft, or a new one that is kept once it is saved. */
    public Draft current(Person person) {
        return open(person).orElseGet(() -> new Draft(UUID.randomUUID(), 0, null, DraftContent.NOTHING, null));
    }

    private Optional<Draft> open(Person person) {
        List<?> rows = em.createNativeQuery("""
                        select cast(id as text), version, cast(writer as text), cast(content as text), updated_at
                        from tickets_draft where person_id = ?1 and ticket_id is null""").setParameter(1, person.id()).getResultList();
        return rows.stream().map(row -> draft((Object[]) row)).findFirst();
    }

    private static Draft draft(Object[] row) {
        var savedAt = row[4] instanceof OffsetDateTime at ? at.toInstant() : ((Timestamp) row[4]).toInstant();
        return new Draft(
                UUID.fromString((String) row[0]),
                ((Number) row[1]).intValue(),
                row[2] == null ? null : UUID.fromString((String) row[2]),
                DraftJson.read((String) row[3]),
                savedAt);
    }

    /**
     * Keeps what is written in a window.
     *
     * @return nothing, and nothing is kept, where another window has written the draft since, or sent it
     */
    public Optional<Draft> save(DraftWindow window, DraftContent content, Person person) {
        var json = DraftJson.write(content);
        if (json.length() > LONGEST) {
            throw RuleViolation.of("description", "tickets.text.long", LONGEST);
        }
        var now = clock.instant();
        return write(REWRITE, window, json, now, person)
                .or(() -> write(BEGIN, window, json, now, person))
                .map(version -> new Draft(window.draft(), version, window.id(), content, now));
    }

    private Optional<Integer> write(String sql, DraftWindow window, String json, Instant now, Person person) {
        var query = em.createNativeQuery(sql)
                .setParameter(1, window.draft().toString())
                .setParameter(2, person.id())
                .setParameter(3, json)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .setParameter(5, window.id().toString());
        List<?> versions =
                sql.equals(REWRITE) ? query.setParameter(6, window.version()).getResultList() : query.getResultList();
        return versions.stream().map(version -> ((Number) version).intValue()).findFirst();
    }

    /** The ticket that the draft became, if it did. */
    public Optional<TicketCode> sentAs(UUID id, Person person) {
        List<?> codes = em.createNativeQuery("""
                        select ticket_id from tickets_draft
                        where id = cast(?1 as uuid) and person_id = ?2 and ticket_id is not null""")
                .setParameter(1, id.toString())
                .setParameter(2, person.id())
                .getResultList();
        return codes.stream()
                .map(code -> new TicketCode(((Number) code).longValue()))
                .findFirst();
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
        var content = DraftJson.read((String) row[0]);
        var ticket = tickets.open(content.openTicket(id), person);
        if (content.follows() != null) {
            followUps.continues(ticket.code(), content.follows(), person);
        }
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

    /**
     * The same for what is written at this moment, be it kept already or not.
     *
     * @return nothing where another window has written the draft since
     */
    public Optional<TicketDetails> submit(DraftWindow window, DraftContent content, Person person) {
        return save(window, content, person).isPresent()
                ? Optional.of(submit(window.draft(), person))
                : sentAs(window.draft(), person).map(code -> tickets.get(code, person));
    }

    /** What the ticket would promise now, choice by choice. The draft must name a unit. */
    public Preview preview(DraftView view, Person person) {
        var unit = Objects.requireNonNull(view.unit());
        var opening = view.opening() == null ? companies.opening(null, null, person) : view.opening();
        var sector = opener.sector(unit, opening, Objects.requireNonNull(view.form()));
        return previews.of(unit, sector, opening.isOfConcludedProject(), opening.serviceNames());
    }
}
