package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.accounts.Grantees;
import org.guiche.partners.PartnerMail.Kind;
import org.guiche.shared.Email;

/** Who is told what about a partner: administrators, the general user, whoever asked for access. In the transaction of what it tells. */
@Dependent
class ContractNews {

    @PersistenceContext
    EntityManager em;

    @Inject
    Grantees grantees;

    @Inject
    Event<PartnerMail> mails;

    void administrators(Kind kind, String... words) {
        grantees.administrators().forEach(to -> mails.fire(new PartnerMail(kind, to, List.of(words), null)));
    }

    /** The general user who has access, if there is one. */
    void user(long partnerId, Kind kind, String... words) {
        List<?> ids = em.createNativeQuery("select person_id from partners_user where partner_id = ?1 and access")
                .setParameter(1, partnerId)
                .getResultList();
        ids.stream()
                .map(id -> grantees.get(((Number) id).longValue()))
                .forEach(user -> mails.fire(new PartnerMail(kind, new Email(user.email()), List.of(words), null)));
    }

    /** Whoever asked for this contract, at the address that was confirmed; nobody where an administrator wrote it down. */
    void requester(long contractId, Kind kind, String... words) {
        List<?> addresses = em.createNativeQuery("select contact_email from partners_request where contract_id = ?1")
                .setParameter(1, contractId)
                .getResultList();
        addresses.forEach(to -> mails.fire(new PartnerMail(kind, new Email((String) to), List.of(words), null)));
    }
}
