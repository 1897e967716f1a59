package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Page;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** All companies, page by page, by name. Nobody's business but the staff's; who is no administrator sees the active ones. */
@Stateless
public class CompanyDirectory {

    @PersistenceContext
    EntityManager em;

    /**
     * Some companies.
     *
     * @param cursor where the last page said to go on; null for the beginning
     * @throws RuleViolation for a cursor that no page said
     */
    public Page<CompanyRow> page(CompanyFilter filter, int limit, @Nullable String cursor, Person staff) {
        if (!staff.isStaff()) {
            throw new AccessDenied("partners.administrators-only");
        }
        var allowed = staff.isAdministrator() ? filter : new CompanyFilter(filter.words(), true, filter.withCnpj());
        var rows = CompanyQuery.of(allowed, cursor == null ? null : last(cursor), limit + 1)
                .rows(em);
        return rows.size() > limit
                ? new Page<>(
                        rows.subList(0, limit),
                        Long.toString(rows.get(limit - 1).id()))
                : new Page<>(rows, null);
    }

    private CompanyRow last(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw RuleViolation.of("cursor", "shared.cursor.invalid");
        }
        return CompanyQuery.one(em, Long.parseLong(cursor))
                .findFirst()
                .orElseThrow(() -> RuleViolation.of("cursor", "shared.cursor.invalid"));
    }
}
