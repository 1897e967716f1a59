package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.shared.Email;
import org.guiche.shared.SqlArray;

/** Invites many people at once, in the transaction that registered them: each one's mail is a row that comes with the person or not at all. */
@Dependent
class BatchInvitations {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MailedLinks links;

    @Inject
    Event<AccountMail> mails;

    /** Those of them who have neither a password nor an invitation, and may act. Nobody is invited twice by it. */
    void send(Collection<Long> people) {
        var addresses = invited(people);
        links.toInvite(addresses.keySet())
                .forEach((id, secret) -> mails.fire(new AccountMail(
                        AccountMail.Kind.INVITATION, Objects.requireNonNull(addresses.get(id)), secret)));
    }

    private Map<Long, Email> invited(Collection<Long> people) {
        List<?> rows = em.createNativeQuery("""
                        update accounts_person set invited_at = ?2
                        where id = any(cast(?1 as bigint[])) and active and password_hash is null and invited_at is null
                        returning id, email""")
                .setParameter(1, SqlArray.of(people))
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        var addresses = new HashMap<Long, Email>();
        rows.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> addresses.put(((Number) row[0]).longValue(), new Email((String) row[1])));
        return addresses;
    }
}
