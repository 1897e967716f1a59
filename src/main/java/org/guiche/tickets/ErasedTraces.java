package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.guiche.accounts.PersonAnonymised;
import org.guiche.shared.JsonText;
import org.guiche.shared.SqlArray;
import org.jspecify.annotations.Nullable;

/**
 * Takes a person out of the tickets: out of subjects, answers, contacts, copies, messages and what is searched of them, history and
 * drafts. Of a ticket nothing else changes, its version and its times included: figures stay what they were (SECURITY Z16).
 */
@Dependent
class ErasedTraces {

    private static final String THESE = " and (cast(?2 as bigint[]) is null or %s = any(cast(?2 as bigint[])))";

    @PersistenceContext
    EntityManager em;

    @Inject
    PersonalTickets personal;

    void erased(@Observes PersonAnonymised person) {
        letGoOfFiles(person.personId());
        contacts(person);
        copies(person);
        redact(person.traces().everywhere(), null);
        if (person.traces().areWiderThere()) {
            redact(person.traces().own(), personal.with(person.personId()));
        }
        drafts(person);
    }

    private void letGoOfFiles(long personId) {
        List<?> ids = em.createNativeQuery("""
                        delete from tickets_message_file m using attachments_file f
                        where f.id = m.file_id and f.owner_id = ?1 returning cast(f.id as text)""").setParameter(1, personId).getResultList();
        var files = ids.stream().map(String.class::cast).collect(Collectors.joining("|"));
        if (!files.isEmpty()) {
            change(
                    "update tickets_message set html = regexp_replace(html, ?1, '', 'gi') where html ~* ?1",
                    "<img[^>]*(?:" + files + ")[^>]*>");
        }
    }

    /** Whoever is to be reached by the person's name, address or phone is the person. */
    private void contacts(PersonAnonymised person) {
        var nobody = JsonText.object()
                .add("name", person.alias())
                .add("email", person.address())
                .build()
                .toString();
        change("""
                update tickets_ticket set contact = cast(?2 as jsonb) || case when contact ->> 'company' is null then '{}'
                    else jsonb_build_object('company', contact -> 'company') end
                where cast(contact as text) ~* ?1""", person.traces().everywhere(), nobody);
        change("""
                update tickets_ticket set contact = cast(?2 as jsonb) || case when contact ->> 'company' is null then '{}'
                    else jsonb_build_object('company', contact -> 'company') end
                where id = any(cast(?3 as bigint[])) and cast(contact as text) ~* ?1""", person.traces().own(), nobody, SqlArray.of(personal.with(person.personId())));
    }

    /** Mails to the person end; those to others in copy go on. */
    private void copies(PersonAnonymised person) {
        var emails = array(person.traces().emails());
        for (var column : List.of("tickets_ticket.cc", "tickets_message.cc", "tickets_merge.carried")) {
            var parts = column.split("\\.", 2);
            change(
                    "update %1$s set %2$s = shared_without(%2$s, cast(?1 as text[])) where exists (select 1 from jsonb_array_elements_text(%2$s) a where lower(a) = any(cast(?1 as text[])))"
                            .formatted(parts[0], parts[1]),
                    emails);
        }
    }

    /** In these tickets, or in all. */
    private void redact(String traces, @Nullable Collection<Long> tickets) {
        var ids = tickets == null ? null : SqlArray.of(tickets);
        change("""
                update tickets_message set html = shared_redacted(html, ?1), plain = shared_redacted(plain, ?1),
                    heading = shared_redacted(heading, ?1)
                where (html ~* ?1 or plain ~* ?1 or heading ~* ?1)""" + THESE.formatted("ticket_id"), traces, ids);
        change("""
                update tickets_ticket set subject = shared_redacted(subject, ?1), answers = shared_redacted(answers, ?1),
                    tags = shared_redacted(tags, ?1)
                where (subject ~* ?1 or cast(answers as text) ~* ?1 or cast(tags as text) ~* ?1)""" + THESE.formatted("id"), traces, ids);
        change("""
                update tickets_rating set comment = shared_redacted(comment, ?1)
                where comment ~* ?1""" + THESE.formatted("ticket_id"), traces, ids);
        em.createNativeQuery("select tickets_erase_events(cast(?1 as text), cast(?2 as bigint[]))")
                .setParameter(1, traces)
                .setParameter(2, ids)
                .getSingleResult();
    }

    private void drafts(PersonAnonymised person) {
        change("delete from tickets_draft where person_id = ?1", person.personId());
        change("delete from tickets_reply_draft where person_id = ?1", person.personId());
        change("delete from tickets_capacity where person_id = ?1", person.personId());
        change(
                "update tickets_draft set content = shared_redacted(content, ?1) where cast(content as text) ~* ?1",
                person.traces().everywhere());
        change(
                "update tickets_reply_draft set html = shared_redacted(html, ?1) where html ~* ?1",
                person.traces().everywhere());
    }

    private static String array(Collection<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void change(String sql, @Nullable Object... values) {
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
