package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.partners.ContractedServices;
import org.guiche.shared.Page;
import org.guiche.shared.StringListConverter;
import org.guiche.tickets.ReplyDrafts.ReplyDraft;
import org.guiche.units.Answered;
import org.guiche.units.FieldKind;
import org.guiche.units.RequestForm;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Reads what was said and done in a ticket: a statement for the messages, one for their files, one for the events. */
@Dependent
class StoryReader {

    /** Of each ticket told here no more than the page shows is read, and of all of them the first. */
    private static final String MESSAGES = Ties.TOLD + """
            select m.id, m.author_id, a.shown_name, exists (select 1 from accounts_role r where r.person_id = m.author_id),
                m.internal, m.channel, m.html, cast(m.cc as text), m.created_at,
                (select string_agg(cast(f.file_id as text), ',' order by f.position)
                    from tickets_message_file f where f.message_id = m.id),
                coalesce((select o.ticket_id from tickets_split s join tickets_message o on o.id = s.message_id where s.copy_id = m.id),
                    nullif(m.ticket_id, ?1)),
                (select c.ticket_id from tickets_split s join tickets_message c on c.id = s.copy_id where s.message_id = m.id)
            from (select m.* from told cross join lateral (select * from tickets_message where ticket_id = told.id %1$s) m
                order by m.created_at, m.id%2$s) m
            left join accounts_person a on a.id = m.author_id order by m.created_at, m.id""";

    private static final String EVENTS = """
            select e.id, e.type, e.at, e.actor_id, a.shown_name, e.channel, e.from_value, e.to_value, e.reason
            from (select * from tickets_event where ticket_id = ?1 %1$s) e
            left join accounts_person a on a.id = e.actor_id order by e.at, e.id""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Attachments attachments;

    @Inject
    ContractedServices services;

    @Inject
    Units units;

    /** A part of what was said. */
    Page<MessageDetails> messages(long ticketId, StoryPart part) {
        return part.page(
                part.rows(em, MESSAGES, "created_at", ticketId),
                rows -> messages(new TicketCode(ticketId), rows),
                last -> new Cursor(last.at().toString(), last.id()));
    }

    private List<MessageDetails> messages(TicketCode code, List<?> rows) {
        var files = files(rows);
        return rows.stream().map(row -> message(code, (Object[]) row, files)).toList();
    }

    private Map<UUID, StoredFile> files(List<?> messages) {
        var ids = messages.stream()
                .flatMap(row -> ids(((Object[]) row)[9]).stream())
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : attachments.find(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    private static List<UUID> ids(@Nullable Object joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(((String) joined).split(",", -1))
                        .map(UUID::fromString)
                        .toList();
    }

    private static MessageDetails message(TicketCode code, Object[] r, Map<UUID, StoredFile> files) {
        return new MessageDetails(
                number(r[0]),
                code,
                person(r[1], r[2]),
                (Boolean) r[3],
                (Boolean) r[4],
                Channel.valueOf((String) r[5]),
                (String) r[6],
                new StringListConverter().convertToEntityAttribute(r[7]),
                ids(r[9]).stream().filter(files::containsKey).map(files::get).toList(),
                SummaryRows.at(r[8]),
                code(r[10]),
                code(r[11]));
    }

    private static @Nullable TicketCode code(@Nullable Object id) {
        return id == null ? null : new TicketCode(number(id));
    }

    private static @Nullable PersonRef person(@Nullable Object id, @Nullable Object name) {
        return id == null ? null : new PersonRef(number(id), name == null ? "" : (String) name);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** A part of what happened; why a ticket waits only to those whom the status tells that it does. */
    Page<EventDetails> events(Ticket ticket, StoryPart part) {
        var unit = units.get(ticket.unitId);
        return part.page(
                part.rows(em, EVENTS, "at", ticket.id),
                rows -> rows.stream()
                        .map(row -> event((Object[]) row))
                        .map(event -> part.internal() || !unit.isVeiled(event.to()) ? event : event.unexplained())
                        .toList(),
                last -> new Cursor(last.at().toString(), last.id()));
    }

    private static EventDetails event(Object[] r) {
        return new EventDetails(
                number(r[0]),
                EventType.valueOf((String) r[1]),
                SummaryRows.at(r[2]),
                person(r[3], r[4]),
                Channel.valueOf((String) r[5]),
                (String) r[6],
                (String) r[7],
                (String) r[8]);
    }

    /** How many public events there are: it only grows, so whoever saw fewer has not seen the last. */
    int publicEvents(long ticketId) {
        return ((Number)
                        em.createNativeQuery("select count(*) from tickets_event where ticket_id = ?1 and not internal")
                                .setParameter(1, ticketId)
                                .getSingleResult())
                .intValue();
    }

    Optional<ReplyDraft> draft(long ticketId, Person person) {
        List<?> rows = em.createNativeQuery(
                        "select html, internal from tickets_reply_draft where person_id = ?1 and ticket_id = ?2")
                .setParameter(1, person.id())
                .setParameter(2, ticketId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new ReplyDraft((String) row[0], (Boolean) row[1]))
                .findFirst();
    }

    /** What was answered, as people read it; contracted services by their names. */
    List<Answered> answers(RequestForm form, Map<String, Object> answers) {
        var names = new HashMap<String, String>();
        var ids = form.fields().stream()
                .filter(field -> field.kind() == FieldKind.SERVICE && answers.containsKey(field.key()))
                .map(field -> Long.valueOf(String.valueOf(answers.get(field.key()))))
                .toList();
        if (!ids.isEmpty()) {
            services.names(ids).forEach((id, name) -> names.put(Long.toString(id), name));
        }
        return Answered.of(form, answers, names);
    }
}
