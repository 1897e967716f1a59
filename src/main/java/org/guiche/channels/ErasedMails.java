package org.guiche.channels;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.PersonAnonymised;

/**
 * Mails to a person who is made nobody go, sent or not, and so does what was told in the pages; out of mails to others go the traces, and
 * files that may name the person.
 */
@Dependent
class ErasedMails {

    @PersistenceContext
    EntityManager em;

    void planned(@Observes ErasurePlan plan) {
        plan.goes(
                "channels.erasure.mails",
                count(
                        "select count(*) from channels_outbox where recipient = any(cast(?1 as text[]))",
                        array(plan.traces().emails())));
        plan.goes(
                "channels.erasure.notifications",
                count("select count(*) from channels_notification where person_id = ?1", plan.personId()));
    }

    private long count(String sql, Object value) {
        return ((Number) em.createNativeQuery(sql).setParameter(1, value).getSingleResult()).longValue();
    }

    void erased(@Observes PersonAnonymised person) {
        change(
                "delete from channels_outbox where recipient = any(cast(?1 as text[]))",
                array(person.traces().emails()));
        em.createNativeQuery("delete from channels_outbox_file")
                .executeUpdate(); // reports that may name the person, still to be sent
        change("delete from channels_notification where person_id = ?1", person.personId());
        change("""
                update channels_outbox set subject = shared_redacted(subject, ?1), body = shared_redacted(body, ?1),
                    last_error = shared_redacted(last_error, ?1)
                where subject ~* ?1 or body ~* ?1 or last_error ~* ?1""", person.traces().everywhere());
    }

    private void change(String sql, Object value) {
        em.createNativeQuery(sql).setParameter(1, value).executeUpdate();
    }

    private static String array(List<String> addresses) {
        return addresses.stream()
                .map(address -> '"' + address.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
