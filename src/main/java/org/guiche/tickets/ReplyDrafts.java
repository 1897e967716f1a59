package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.shared.Html;

/** Answers being written: one a person and ticket. */
@Stateless
public class ReplyDrafts {

    private static final int LONGEST = 400_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Tickets tickets;

    @Inject
    StoryReader story;

    /** What was being written, and whether as a note among the staff. */
    public record ReplyDraft(String html, boolean internal) {}

    /** What the person was writing there, if anything. */
    public Optional<ReplyDraft> of(TicketCode code, Person person) {
        return story.draft(code.number(), person);
    }

    /** Keeps what the person is writing, cleaned; nothing but blanks is forgotten. */
    public void save(TicketCode code, ReplyDraft draft, Person person) {
        tickets.get(code, person);
        var html = Html.clean(draft.html());
        if (Html.plain(html).isBlank() || html.length() > LONGEST) {
            clear(code, person);
            return;
        }
        em.createNativeQuery("""
                        insert into tickets_reply_draft (person_id, ticket_id, internal, html, updated_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict (person_id, ticket_id)
                        do update set internal = excluded.internal, html = excluded.html, updated_at = excluded.updated_at""")
                .setParameter(1, person.id())
                .setParameter(2, code.number())
                .setParameter(3, draft.internal())
                .setParameter(4, html)
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Forgets it, once it was sent. */
    public void clear(TicketCode code, Person person) {
        em.createNativeQuery("delete from tickets_reply_draft where person_id = ?1 and ticket_id = ?2")
                .setParameter(1, person.id())
                .setParameter(2, code.number())
                .executeUpdate();
    }
}
