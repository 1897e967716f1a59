package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Groups;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of companies. Administrators alone read and change it; to everybody else a company here does not exist. Each
 * change is in the trail with what was before and what is now.
 */
@Stateless
public class CompanyRegistry {

    @PersistenceContext
    EntityManager em;

    @Inject
    Groups groups;

    @Inject
    CompanyStates states;

    @Inject
    DomainTable domains;

    @Inject
    CompanyTrail trail;

    /** That company; a company that does not exist, and any for whoever is no administrator, is not found. */
    public CompanyState get(long id, Person administrator) {
        return states.get(id, administrator);
    }

    /**
     * Adds a company with its group.
     *
     * @throws RuleViolation for a CNPJ or a domain that another company has
     */
    public CompanyState add(CompanyText text, Person administrator) {
        CompanyTrail.administrator(administrator);
        var groupId = groups.create(GroupKind.COMPANY, text.name());
        var id = insert(text, groupId);
        domains.replace(id, text.domains());
        var added = new CompanyState(id, groupId, 1, text);
        trail.record(administrator, added, "partners.audit.added", Map.of(), text.apartFrom(null));
        return added;
    }

    private long insert(CompanyText text, long groupId) {
        var cnpj = text.cnpj() == null ? null : text.cnpj().value();
        try {
            return Row.all(
                            em,
                            "insert into partners_company (group_id, name, cnpj, address, active)"
                                    + " values (?1, ?2, ?3, ?4, ?5) returning id",
                            groupId,
                            text.name(),
                            cnpj,
                            text.address(),
                            text.active())
                    .findFirst()
                    .map(row -> row.number(0))
                    .orElseThrow(IllegalStateException::new);
        } catch (PersistenceException e) {
            throw taken(e);
        }
    }

    /** The database decides who was first. */
    private static RuntimeException taken(PersistenceException refused) {
        return String.valueOf(refused.getMessage()).contains("partners_company_cnpj_key")
                ? RuleViolation.of("cnpj", "partners.cnpj.taken")
                : refused;
    }

    /**
     * Changes a company; what is as it was leaves no trace. A company that is not active takes no new tickets; those that are open go on,
     * and its people see what they saw.
     *
     * @param version what the administrator saw; null for whatever it is now
     * @throws StaleVersion where somebody else changed it meanwhile
     */
    public CompanyState change(long id, CompanyText text, @Nullable Integer version, Person administrator) {
        var before = states.lock(id, administrator);
        if (version != null && version != before.version()) {
            throw new StaleVersion();
        }
        var changed = text.apartFrom(before.text());
        if (changed.isEmpty()) {
            return before;
        }
        update(id, text);
        groups.rename(before.groupId(), text.name());
        domains.replace(id, text.domains());
        var after = new CompanyState(id, before.groupId(), before.version() + 1, text);
        trail.record(
                administrator, after, act(before.text(), text), before.text().apartFrom(text), changed);
        return after;
    }

    private static String act(CompanyText before, CompanyText after) {
        if (before.active() == after.active()) {
            return "partners.audit.changed";
        }
        return after.active() ? "partners.audit.opened" : "partners.audit.closed";
    }

    private void update(long id, CompanyText text) {
        try {
            Row.change(
                    em,
                    "update partners_company set name = ?2, cnpj = ?3, address = ?4, active = ?5, version = version + 1 where id = ?1",
                    id,
                    text.name(),
                    text.cnpj() == null ? null : text.cnpj().value(),
                    text.address(),
                    text.active());
        } catch (PersistenceException e) {
            throw taken(e);
        }
    }
}
