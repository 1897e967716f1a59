package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/** The projects of companies, for administrators. A concluded one keeps its tickets, which go the general way (S0-08). */
@Stateless
public class CompanyProjects {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    /** Earlier days are typing errors. */
    private static final int FIRST_YEAR = 1900;

    private static final String COLUMNS = """
            select p.id, p.name, r.id, r.group_id, r.name, p.concluded_on, p.version
            from partners_project p left join partners_partner r on r.id = p.partner_id where p.company_id = ?1""";

    @PersistenceContext
    EntityManager em;

    @Inject
    CompanyStates companies;

    @Inject
    CompanyTrail trail;

    @Inject
    Clock clock;

    /** All projects of the company, those that last first. */
    public List<ProjectState> list(long companyId, Person administrator) {
        companies.get(companyId, administrator);
        return Row.all(em, COLUMNS + " order by p.concluded_on is not null, p.name, p.id", companyId)
                .map(CompanyProjects::state)
                .toList();
    }

    private static ProjectState state(Row row) {
        var partner = row.numberIf(2) == null ? null : new PartnerName(row.number(2), row.number(3), row.text(4));
        return new ProjectState(row.number(0), row.text(1), partner, row.day(5), row.count(6));
    }

    /** One of them. */
    public ProjectState get(long companyId, long id, Person administrator) {
        companies.get(companyId, administrator);
        return find(companyId, id);
    }

    /** The partners that have the company in their portfolio, by name: one of them may carry out a project. */
    public List<PartnerName> partners(long companyId, Person administrator) {
        companies.get(companyId, administrator);
        return Row.all(
                        em,
                        "select p.id, p.group_id, p.name from partners_partner p join partners_client c on c.partner_id = p.id"
                                + " where c.company_id = ?1 order by p.name, p.id",
                        companyId)
                .map(row -> new PartnerName(row.number(0), row.number(1), row.text(2)))
                .toList();
    }

    /**
     * Adds a project.
     *
     * @throws RuleViolation for a partner that there is not or that does not have the company as a client, and for a day to come
     */
    public ProjectState add(long companyId, ProjectText text, Person administrator) {
        var company = companies.lock(companyId, administrator);
        check(companyId, text, null);
        var id = Row.all(
                        em,
                        "insert into partners_project (company_id, name, partner_id, concluded_on)"
                                + " values (?1, ?2, ?3, ?4) returning id",
                        companyId,
                        text.name(),
                        text.partnerId(),
                        text.concludedOn())
                .map(row -> row.number(0))
                .findFirst()
                .orElseThrow(IllegalStateException::new);
        var added = find(companyId, id);
        trail.record(administrator, company, "partners.audit.project.added", Map.of(), words(added));
        return added;
    }

    /** Changes a project, concludes it or takes it up again. */
    public ProjectState change(
            long companyId, long id, ProjectText text, @Nullable Integer version, Person administrator) {
        var company = companies.lock(companyId, administrator);
        var before = find(companyId, id);
        if (version != null && version != before.version()) {
            throw new StaleVersion();
        }
        if (text.equals(text(before))) {
            return before;
        }
        check(companyId, text, before);
        Row.change(
                em,
                "update partners_project set name = ?2, partner_id = ?3, concluded_on = ?4, version = version + 1 where id = ?1",
                id,
                text.name(),
                text.partnerId(),
                text.concludedOn());
        var after = find(companyId, id);
        trail.record(administrator, company, "partners.audit.project.changed", words(before), words(after));
        return after;
    }

    /** What is written down of it now. */
    public static ProjectText text(ProjectState state) {
        var partner = state.partner();
        return new ProjectText(state.name(), partner == null ? null : partner.id(), state.concludedOn());
    }

    private ProjectState find(long companyId, long id) {
        return Row.all(em, COLUMNS + " and p.id = ?2", companyId, id)
                .map(CompanyProjects::state)
                .findFirst()
                .orElseThrow(() -> new NotFound("partners.project.not-found"));
    }

    private void check(long companyId, ProjectText text, @Nullable ProjectState before) {
        var partner = text.partnerId();
        var known = before == null ? null : text(before).partnerId();
        if (partner != null && !partner.equals(known) && !serves(partner, companyId)) {
            throw RuleViolation.of("partner", "partners.project.partner");
        }
        var day = text.concludedOn();
        if (day != null && day.getYear() < FIRST_YEAR) {
            throw RuleViolation.of("concludedOn", "partners.project.day");
        }
        if (day != null && day.isAfter(LocalDate.ofInstant(clock.instant(), BRASILIA))) {
            throw RuleViolation.of("concludedOn", "partners.project.future");
        }
    }

    private boolean serves(long partnerId, long companyId) {
        return Row.all(
                        em,
                        "select 1 from partners_client where partner_id = ?1 and company_id = ?2",
                        partnerId,
                        companyId)
                .findFirst()
                .isPresent();
    }

    private static Map<String, String> words(ProjectState state) {
        var partner = state.partner();
        return Map.of(
                "project",
                Long.toString(state.id()),
                "name",
                state.name(),
                "partner",
                partner == null ? "" : partner.name(),
                "concludedOn",
                Objects.toString(state.concludedOn(), ""));
    }
}
