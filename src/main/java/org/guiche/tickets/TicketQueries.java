package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.units.QueueOrder;
import org.jspecify.annotations.Nullable;

/** What tickets ask the database in its own words. */
@Dependent
class TicketQueries {

    static final String WAITING =
            " where t.sector_id = ?1 and t.assignee_id is null and t.category in ('NEW', 'OPEN') ";

    @PersistenceContext
    EntityManager em;

    /** The names that a ticket's page shows. */
    record Names(
            String requester,
            String openedBy,
            @Nullable String assignee,
            String group,
            @Nullable String company,
            @Nullable String project,
            String description) {}

    long nextCode() {
        return ((Number) em.createNativeQuery("select nextval('tickets_code_seq')")
                        .getSingleResult())
                .longValue();
    }

    Names names(long ticketId) {
        var row = (Object[]) em.createNativeQuery("""
                        select r.shown_name, o.shown_name, a.shown_name, g.name, c.name, p.name,
                            (select m.html from tickets_message m where m.ticket_id = t.id order by m.created_at, m.id limit 1)
                        from tickets_ticket t
                        join accounts_person r on r.id = t.requester_id join accounts_person o on o.id = t.opened_by_id
                        join accounts_group g on g.id = t.group_id left join accounts_person a on a.id = t.assignee_id
                        left join partners_company c on c.id = t.company_id left join partners_project p on p.id = t.project_id
                        where t.id = ?1""").setParameter(1, ticketId).getSingleResult();
        return new Names(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6]);
    }

    /** What orders a sector's queue, first to last. */
    static String order(QueueOrder order) {
        return switch (order) {
            case FIFO -> "t.queued_at, t.id";
            case PRIORITY_FIFO -> "t.priority_rank, t.queued_at, t.id";
            case DUE_FIRST -> "coalesce(t.resolution_due, 'infinity'), t.queued_at, t.id";
        };
    }

    /** Takes the first waiting ticket of a sector that nobody else is taking at this moment. */
    Optional<Long> lockNext(long sectorId, QueueOrder order) {
        List<?> ids = em.createNativeQuery("select t.id from tickets_ticket t" + WAITING + "order by " + order(order)
                        + " limit 1 for update skip locked")
                .setParameter(1, sectorId)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    /** How many wait in a sector. */
    int waiting(long sectorId) {
        return ((Number) em.createNativeQuery("select count(*) from tickets_ticket t" + WAITING)
                        .setParameter(1, sectorId)
                        .getSingleResult())
                .intValue();
    }

    Optional<Long> opened(UUID submissionKey) {
        List<?> ids = em.createNativeQuery("select id from tickets_ticket where submission_key = cast(?1 as uuid)")
                .setParameter(1, submissionKey.toString())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    /** One submission at a time, until the transaction ends: a second one waits and then finds the first one's ticket. */
    void lock(UUID submissionKey) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, submissionKey.getMostSignificantBits() ^ submissionKey.getLeastSignificantBits())
                .getSingleResult();
    }

    void attach(long messageId, List<UUID> files) {
        for (int i = 0; i < files.size(); i++) {
            em.createNativeQuery(
                            "insert into tickets_message_file (message_id, file_id, position) values (?1, cast(?2 as uuid), ?3)")
                    .setParameter(1, messageId)
                    .setParameter(2, files.get(i).toString())
                    .setParameter(3, i)
                    .executeUpdate();
        }
    }

    /** The files of a message, in their order. */
    List<UUID> filesOf(long messageId) {
        List<?> ids = em.createNativeQuery(
                        "select cast(file_id as text) from tickets_message_file where message_id = ?1 order by position")
                .setParameter(1, messageId)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /**
     * Whether a file is part of a message that the person may read, where it was said or where that is told by now. What nobody may
     * read takes as long as what is not there.
     */
    boolean isInReadableMessage(UUID file, Person person) {
        List<?> rows =
                em.createNativeQuery("""
                        with recursive told (id, internal) as (
                            select m.ticket_id, m.internal from tickets_message_file f
                                join tickets_message m on m.id = f.message_id where f.file_id = cast(?1 as uuid)
                            union select t.merged_into, told.internal from told join tickets_ticket t on t.id = told.id
                                where t.merged_into is not null)
                        select t.group_id, t.requester_id, told.internal from told join tickets_ticket t on t.id = told.id""").setParameter(1, file.toString()).getResultList();
        return rows.stream().map(row -> (Object[]) row).anyMatch(row -> isReadable(row, person));
    }

    /** A ticket, and who asked it. */
    record Asked(long ticketId, long requesterId) {}

    /** The ticket that the file was sent in. */
    Optional<Asked> ticketOf(UUID file) {
        List<?> rows =
                em.createNativeQuery("""
                        select t.id, t.requester_id from tickets_message_file f join tickets_message m on m.id = f.message_id
                        join tickets_ticket t on t.id = m.ticket_id where f.file_id = cast(?1 as uuid)""").setParameter(1, file.toString()).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Asked(((Number) row[0]).longValue(), ((Number) row[1]).longValue()))
                .findFirst();
    }

    /** Makes the files of a message part of another one, too. */
    void attachFilesOf(long messageId, long copyId) {
        em.createNativeQuery("""
                        insert into tickets_message_file (message_id, file_id, position)
                        select ?2, file_id, position from tickets_message_file where message_id = ?1""")
                .setParameter(1, messageId)
                .setParameter(2, copyId)
                .executeUpdate();
    }

    private static boolean isReadable(Object[] row, Person person) {
        return TicketAccess.canRead(person, ((Number) row[0]).longValue(), ((Number) row[1]).longValue())
                && (!((Boolean) row[2]) || TicketAccess.canReadNotes(person));
    }
}
