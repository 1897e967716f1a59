package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.ClientAddress;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.Secrets;
import org.guiche.attachments.Attachments;
import org.guiche.partners.PartnerMail.Kind;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Quotas;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Agencies ask for access with their signed contract (S0-25). The answer is the same whoever is known, after the same work: what is asked
 * for is written down and a link goes to the address. Nobody sees it before the link was used; what never is goes after a day.
 */
@Stateless
public class AccessRequests {

    /** As long as the file waits that came with it. */
    static final Duration LIFE = Duration.ofDays(1);

    static final int PER_NETWORK = 10;
    static final int PER_ADDRESS = 3;

    private static final Duration HOUR = Duration.ofHours(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Quotas quotas;

    @Inject
    Attachments attachments;

    @Inject
    Contracts contracts;

    @Inject
    Documents documents;

    @Inject
    ContractLedger ledger;

    @Inject
    ContractNews news;

    @Inject
    People people;

    @Inject
    Event<PartnerMail> mails;

    /** What a link is good for: the agency that it confirms, and whether that was done. */
    public record Asked(String agency, Cnpj cnpj, boolean confirmed) {}

    private void require(String key, int limit) {
        quotas.take(key, limit, HOUR).ifPresent(wait -> {
            throw new RuleViolation("partners.access.throttled", Math.max(1, wait.toMinutes()));
        });
    }

    /**
     * Writes it down and sends the link. Refuses too many in an hour, from one network or for one address, and a file that is not there
     * any more.
     *
     * @param person who is signed in, if anybody is
     */
    public void ask(AccessRequest request, ClientAddress from, @Nullable Person person) {
        require("partner access from " + from.network(), PER_NETWORK);
        require("partner access of " + request.email().address(), PER_ADDRESS);
        if (attachments.waiting(request.document()).isEmpty()) {
            throw RuleViolation.of("document", "partners.access.document.gone");
        }
        var secret = Secrets.random();
        write(request, secret, person);
        mails.fire(new PartnerMail(Kind.CONFIRM, request.email(), List.of(), secret));
    }

    private void write(AccessRequest request, String secret, @Nullable Person person) {
        em.createNativeQuery("""
                        insert into partners_request (link_hash, asked_at, person_id, agency, cnpj, contact_name, contact_email,
                            contact_phone, user_cpf, portfolio, file_id)
                        values (?1, ?2, cast(?3 as bigint), ?4, ?5, ?6, ?7, ?8, ?9, ?10, cast(?11 as uuid))""")
                .setParameter(1, Secrets.hash(secret))
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, person == null ? null : Long.toString(person.id()))
                .setParameter(4, request.agency())
                .setParameter(5, request.cnpj().value())
                .setParameter(6, request.contactName())
                .setParameter(7, request.email().address())
                .setParameter(8, request.phone().e164())
                .setParameter(9, request.userCpf().digits())
                .setParameter(10, request.portfolio())
                .setParameter(11, request.document().toString())
                .executeUpdate();
    }

    /** What the link is good for; nothing where it has expired or never was one. Looking confirms nothing: programs that read mail do. */
    public Optional<Asked> look(String secret) {
        return row("select agency, cnpj, contract_id is not null", secret)
                .map(row -> new Asked((String) row[0], new Cnpj((String) row[1]), (Boolean) row[2]));
    }

    private Optional<Object[]> row(String select, String secret) {
        List<?> rows = em.createNativeQuery(select
                        + " from partners_request where link_hash = ?1 and (contract_id is not null or asked_at > ?2)")
                .setParameter(1, Secrets.hash(secret))
                .setParameter(2, clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).findFirst();
    }

    /** The address is whose it was said to be: administrators see the request from now on. Once; a second time changes nothing. */
    public void confirm(String secret) {
        em.createNativeQuery("select id from partners_request where link_hash = ?1 for update")
                .setParameter(1, Secrets.hash(secret))
                .getResultList();
        var row = row(
                        "select id, cnpj, agency, cast(file_id as text), person_id, contract_id,"
                                + " contact_name, contact_email, contact_phone",
                        secret)
                .orElseThrow(() -> new RuleViolation("partners.access.dead"));
        if (row[5] == null) {
            begin(row);
        }
    }

    private void begin(Object[] row) {
        var partner = partner(row);
        var person = row[4] == null ? null : ((Number) row[4]).longValue();
        var contract = Contract.request(partner, person, clock.instant());
        em.persist(contract);
        em.flush();
        documents.attach(contract.id(), attachments.claim(UUID.fromString((String) row[3])), person);
        em.createNativeQuery("update partners_request set contract_id = ?2 where id = ?1")
                .setParameter(1, row[0])
                .setParameter(2, contract.id())
                .executeUpdate();
        ledger.begun(contract, person == null ? null : people.find(person).orElse(null));
        news.administrators(Kind.REQUESTED);
    }

    /** The partner of that CNPJ; a new one where there is none. Two requests at once make one. */
    private long partner(Object[] row) {
        var cnpj = new Cnpj((String) row[1]);
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended('partner ' || ?1, 0)) as text)")
                .setParameter(1, cnpj.value())
                .getSingleResult();
        var known = contracts.byCnpj(cnpj);
        if (known.isPresent()) {
            return known.get().id();
        }
        var id = contracts.addPartner((String) row[2], cnpj).id();
        em.createNativeQuery(
                        "update partners_partner set contact_name = ?2, contact_email = ?3, contact_phone = ?4 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, row[6])
                .setParameter(3, row[7])
                .setParameter(4, row[8])
                .executeUpdate();
        return id;
    }
}
