package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiche.accounts.AuditRecord;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Grantee;
import org.guiche.accounts.Grantees;
import org.guiche.accounts.Person;
import org.guiche.shared.Cpf;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The partners, for administrators: finding them, what is written down of them, switching one off. Refuses everybody else. */
@Stateless
public class Partners {

    @PersistenceContext
    EntityManager em;

    @Inject
    PartnerRows rows;

    @Inject
    Contracts contracts;

    @Inject
    Grants grants;

    @Inject
    Grantees grantees;

    @Inject
    ContractLedger ledger;

    @Inject
    AuditTrail trail;

    /** By name: those whose name has that in it, whose CNPJ begins so, or who are or were served by whoever has that CPF; all for nothing. */
    public List<PartnerSummary> list(String sought, Person by) {
        Administrators.require(by);
        return rows.list(sought(sought));
    }

    private PartnerRows.Sought sought(String typed) {
        var plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        var bare = typed.replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT);
        var person = Cpf.looksLike(typed) ? grantees.find(Cpf.of(typed)).map(Grantee::id) : null;
        return new PartnerRows.Sought(
                plain.isEmpty() ? "" : "%" + plain.replaceAll("([%_\\\\])", "\\\\$1") + "%",
                bare.matches("[0-9A-Z]{2,14}") ? bare + "%" : "",
                person == null ? 0 : person.orElse(0L));
    }

    /** That one. */
    public PartnerDetails get(long id, Person by) {
        Administrators.require(by);
        return rows.one(id).stream().findFirst().orElseThrow(() -> new NotFound("partners.partner.not-found"));
    }

    /** Its contracts, the newest first. */
    public List<ContractDetails> contracts(long id, Person by) {
        get(id, by);
        return contracts.list(id, null, by);
    }

    /** Writes a partner down, and returns its id. Refuses a CNPJ that another one has. */
    public long add(PartnerText text, Person by) {
        Administrators.require(by);
        checkFree(text, 0);
        var id = contracts.addPartner(text.name(), text.cnpj()).id();
        write(id, text);
        ledger.partner(by, Audited.of(AuditSubject.PARTNER, id, "partners.audit.partner-added"));
        return id;
    }

    /**
     * Changes what is written down of it.
     *
     * @param seen the version that the person saw, in the details
     * @throws StaleVersion where it is another by now
     */
    public void save(PartnerDetails seen, PartnerText text, Person by) {
        Administrators.require(by);
        grants.lock(seen.id());
        var before = get(seen.id(), by);
        if (before.version() != seen.version()) {
            throw new StaleVersion();
        }
        checkFree(text, seen.id());
        write(seen.id(), text);
        var fields = text.differencesFrom(before.text()).stream()
                .map(field -> Texts.get("partners.partners." + field))
                .toList();
        ledger.partner(
                by,
                Audited.of(AuditSubject.PARTNER, seen.id(), "partners.audit.saved")
                        .to(Map.of(Texts.get("partners.audit.fields"), fields)));
    }

    private void checkFree(PartnerText text, long id) {
        var cnpj = text.cnpj();
        if (cnpj != null
                && contracts.byCnpj(cnpj).filter(other -> other.id() != id).isPresent()) {
            throw RuleViolation.of("cnpj", "partners.partner.cnpj-taken");
        }
    }

    private void write(long id, PartnerText text) {
        var query = em.createNativeQuery("""
                        update partners_partner set version = version + 1, name = ?2, cnpj = ?3, legal_name = ?4, city = ?5,
                            contact_name = ?6, contact_email = ?7, contact_phone = ?8 where id = ?1""")
                .setParameter(1, id)
                .setParameter(2, text.name())
                .setParameter(3, text.cnpj() == null ? null : text.cnpj().value())
                .setParameter(4, text.legalName())
                .setParameter(5, text.city())
                .setParameter(6, text.contactName())
                .setParameter(
                        7,
                        text.contactEmail() == null ? null : text.contactEmail().address())
                .setParameter(
                        8,
                        text.contactPhone() == null ? null : text.contactPhone().e164());
        unlessTaken(query);
    }

    /** Whoever comes second with a CNPJ is told so, whatever ran at the same time. */
    private static void unlessTaken(Query query) {
        try {
            query.executeUpdate();
        } catch (PersistenceException e) {
            throw String.valueOf(e.getMessage()).contains("partners_partner_cnpj_key")
                    ? RuleViolation.of("cnpj", "partners.partner.cnpj-taken")
                    : e;
        }
    }

    /** Switches a partner off, at once, or on again: while it is off its contracts entitle to nothing. */
    public void setActive(long id, boolean active, String reason, Person by) {
        Administrators.require(by);
        var why = Administrators.reason(reason);
        grants.lock(id);
        var changed = em.createNativeQuery(
                        "update partners_partner set version = version + 1, active = ?2 where id = ?1 and active <> ?2")
                .setParameter(1, id)
                .setParameter(2, active)
                .executeUpdate();
        if (changed == 0) {
            throw new StaleVersion();
        }
        grants.settle(id);
        ledger.partner(
                by,
                Audited.of(AuditSubject.PARTNER, id, active ? "partners.audit.activated" : "partners.audit.deactivated")
                        .because(why));
    }

    /** What is written down of the partner and of that contract of its, newest first; of all its contracts where none is named. */
    public List<AuditRecord> history(long id, @Nullable Long contract, Person by) {
        Administrators.require(by);
        return contract == null ? trail.of(AuditSubject.PARTNER, id) : trail.of(AuditSubject.CONTRACT, contract);
    }
}
