package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;

/** Writes down who changed what about a company, in the transaction of the change. */
@Dependent
class CompanyTrail {

    @Inject
    AuditTrail trail;

    /** Refuses whoever is no administrator. */
    static void administrator(Person person) {
        if (!person.isAdministrator()) {
            throw new AccessDenied("partners.administrators-only");
        }
    }

    void record(Person actor, CompanyState company, String act, Map<String, String> before, Map<String, String> after) {
        trail.record(actor, audited(company.id(), company.text().name(), act, before, after));
    }

    static Audited audited(long id, String name, String act, Map<String, String> before, Map<String, String> after) {
        return Audited.of(AuditSubject.COMPANY, id, act)
                .named(name)
                .from(said(before))
                .to(said(after));
    }

    /** What is empty is left out: there it was not, or is no more. */
    private static Map<String, Object> said(Map<String, String> words) {
        var said = new HashMap<String, Object>(words);
        said.values().removeIf(""::equals);
        return said;
    }
}
