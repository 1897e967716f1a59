package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/** What companies contracted, for administrators: added, renamed, ended and taken up again. None is ever deleted: tickets name it. */
@Stateless
public class CompanyServices {

    private static final String COLUMNS =
            "select id, name, ended_at, version from partners_service where company_id = ?1";

    @PersistenceContext
    EntityManager em;

    @Inject
    CompanyStates companies;

    @Inject
    CompanyTrail trail;

    @Inject
    Clock clock;

    /** All that the company contracted, what ended last. */
    public List<ServiceState> list(long companyId, Person administrator) {
        companies.get(companyId, administrator);
        return Row.all(em, COLUMNS + " order by ended_at is not null, name, id", companyId)
                .map(CompanyServices::state)
                .toList();
    }

    private static ServiceState state(Row row) {
        return new ServiceState(row.number(0), row.text(1), row.instant(2), row.count(3));
    }

    /**
     * Adds something that the company contracted.
     *
     * @throws RuleViolation for a name that another one has which has not ended
     */
    public ServiceState add(long companyId, String name, Person administrator) {
        var company = companies.lock(companyId, administrator);
        var written = CompanyText.name(name, "name");
        unique(companyId, written, -1);
        var id = Row.all(
                        em,
                        "insert into partners_service (company_id, name) values (?1, ?2) returning id",
                        companyId,
                        written)
                .map(row -> row.number(0))
                .findFirst()
                .orElseThrow(IllegalStateException::new);
        trail.record(administrator, company, "partners.audit.service.added", Map.of(), of(id, written));
        return new ServiceState(id, written, null, 1);
    }

    private static Map<String, String> of(long id, String name) {
        return Map.of("service", Long.toString(id), "name", name);
    }

    private void unique(long companyId, String name, long except) {
        Row.all(em, COLUMNS + " and ended_at is null and lower(name) = lower(?2) and id <> ?3", companyId, name, except)
                .findFirst()
                .ifPresent(row -> {
                    throw RuleViolation.of("name", "partners.service.twice", row.text(1));
                });
    }

    /** A service, while nobody else changes its company. */
    private record Held(CompanyState company, ServiceState service) {

        long id() {
            return service.id();
        }
    }

    private Held hold(long companyId, long id, @Nullable Integer version, Person administrator) {
        var company = companies.lock(companyId, administrator);
        var state = Row.all(em, COLUMNS + " and id = ?2", companyId, id)
                .map(CompanyServices::state)
                .findFirst()
                .orElseThrow(() -> new NotFound("partners.service.not-found"));
        if (version != null && version != state.version()) {
            throw new StaleVersion();
        }
        return new Held(company, state);
    }

    /**
     * What changes of a service; null leaves it.
     *
     * @param ended whether it is offered no more: new tickets cannot name it, those that do still do
     */
    public record Change(@Nullable String name, @Nullable Boolean ended) {}

    /**
     * Renames a service, ends it or takes it up again.
     *
     * @param version what the administrator saw; null for whatever it is now
     * @throws RuleViolation for a name that another one has which has not ended
     */
    public ServiceState change(
            long companyId, long id, Change change, @Nullable Integer version, Person administrator) {
        var held = hold(companyId, id, version, administrator);
        if (change.name() != null) {
            held = renamed(held, CompanyText.name(change.name(), "name"), administrator);
        }
        var ends = change.ended();
        return ends == null || ends == (held.service().endedAt() != null)
                ? held.service()
                : turn(held, ends, administrator);
    }

    private Held renamed(Held held, String name, Person administrator) {
        var before = held.service();
        if (name.equals(before.name())) {
            return held;
        }
        if (before.endedAt() == null) {
            unique(held.company().id(), name, held.id());
        }
        Row.change(em, "update partners_service set name = ?2, version = version + 1 where id = ?1", held.id(), name);
        trail.record(
                administrator,
                held.company(),
                "partners.audit.service.renamed",
                of(held.id(), before.name()),
                of(held.id(), name));
        return new Held(held.company(), new ServiceState(before.id(), name, before.endedAt(), before.version() + 1));
    }

    private ServiceState turn(Held held, boolean ends, Person administrator) {
        var at = ends ? clock.instant() : null;
        if (!ends) {
            unique(held.company().id(), held.service().name(), held.id());
        }
        Row.change(
                em,
                "update partners_service set ended_at = ?2, version = version + 1 where id = ?1",
                held.id(),
                at == null ? null : at.atOffset(ZoneOffset.UTC));
        var name = held.service().name();
        var act = ends ? "partners.audit.service.ended" : "partners.audit.service.resumed";
        trail.record(administrator, held.company(), act, Map.of(), of(held.id(), name));
        return new ServiceState(held.id(), name, at, held.service().version() + 1);
    }
}
