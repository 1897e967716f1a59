package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.accounts.AuditRecord;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.GroupPeople;
import org.guiche.accounts.GroupPeople.Member;
import org.guiche.partners.CompanyDirectory;
import org.guiche.partners.CompanyRegistry;
import org.guiche.partners.CompanyRow;
import org.guiche.partners.CompanyState;
import org.guiche.shared.NotFound;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code partners/companies.xhtml}: the companies, and one of them with what belongs to it. */
@Named
@RequestScoped
public class CompaniesPage {

    private static final int AT_ONCE = 50;
    private static final int MOST_PEOPLE = 200;

    @Inject
    CompanyAddress address;

    @Inject
    CompanyDirectory directory;

    @Inject
    CompanyRegistry registry;

    @Inject
    GroupPeople people;

    @Inject
    AuditTrail trail;

    private @Nullable Page<CompanyRow> page;
    private @Nullable CompanyState company;
    private @Nullable List<Member> members;

    /** A company in the list. */
    public record Line(String href, String name, String cnpj, boolean active, boolean current) {}

    /** Opens the page; for administrators, and for a company that there is. */
    public void enter() {
        page();
        if (address.isChosen()) {
            getCompany();
        }
    }

    private Page<CompanyRow> page() {
        var known = page;
        if (known == null) {
            var after = address.parameter("after");
            known = directory.page(address.filter(), AT_ONCE, after.isEmpty() ? null : after, address.administrator());
            page = known;
        }
        return known;
    }

    public List<Line> getLines() {
        return page().items().stream().map(this::line).toList();
    }

    private Line line(CompanyRow row) {
        var id = Long.toString(row.id());
        return new Line(
                address.of(id, ""),
                row.name(),
                row.cnpj() == null
                        ? Texts.get("partners.companies.no-cnpj")
                        : row.cnpj().formatted(),
                row.active(),
                id.equals(address.getCompany()));
    }

    /** Where the next ones are, or null at the end. */
    public @Nullable String getMore() {
        var next = page().next();
        return next == null ? null : address.list() + "&after=" + next;
    }

    /** The chosen company; one that there is not is not found. */
    public CompanyState getCompany() {
        var known = company;
        if (known == null) {
            var id = address.id("company");
            if (id == null) {
                throw new NotFound("partners.company.not-found");
            }
            known = registry.get(id, address.administrator());
            company = known;
        }
        return known;
    }

    public String getCnpj() {
        var cnpj = getCompany().text().cnpj();
        return cnpj == null
                ? Texts.get("partners.companies.no-cnpj")
                : Texts.get("partners.companies.with-cnpj", cnpj.formatted());
    }

    /** Its people, a page of them. */
    public List<Member> getPeople() {
        var known = members;
        if (known == null) {
            known = people.list(getCompany().groupId(), MOST_PEOPLE + 1, address.administrator());
            members = known;
        }
        return known.size() > MOST_PEOPLE ? known.subList(0, MOST_PEOPLE) : known;
    }

    /** Whether there are more than the page shows. */
    public boolean isCrowded() {
        return getPeople().size() == MOST_PEOPLE && members != null && members.size() > MOST_PEOPLE;
    }

    /** What was changed last about it. */
    public List<AuditRecord> getRecords() {
        return trail.of(AuditSubject.COMPANY, getCompany().id());
    }
}
