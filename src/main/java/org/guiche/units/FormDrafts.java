package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;

/**
 * The next version of each unit's form while administrators design it: one draft a unit, kept after every act. Administrators only;
 * whoever acts on a draft that another one has changed since is refused, and nothing is overwritten.
 */
@Stateless
public class FormDrafts {

    private static final int MOST_STEPS = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    UnitRows rows;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    Clock clock;

    @Inject
    Configuration configuration;

    /**
     * The draft of that unit's form, or its published form where nobody has begun one.
     *
     * @throws NotFound for a unit that there is not
     */
    public FormDraft current(Person actor, String unitKey) {
        requireAdministrator(actor);
        return current(units.get(unitKey, actor));
    }

    private FormDraft current(BusinessUnit unit) {
        return Row.all(em, """
                        select version, cast(definition as text), changed_by, changed_at,
                            (select count(*) from units_form_draft_step s where s.unit_id = d.unit_id)
                        from units_form_draft d where unit_id = ?1""", unit.id())
                .findFirst()
                .map(row -> draft(unit, row))
                .orElseGet(() ->
                        new FormDraft(unit, -unit.form().id(), new FormDesign(unit.form(), unit.form()), null, "", 0));
    }

    private FormDraft draft(BusinessUnit unit, Row row) {
        var form = FormJson.draft(0, unit.form().number() + 1, row.json(1));
        var name = people.names(Set.of(row.number(2))).getOrDefault(row.number(2), "");
        return new FormDraft(
                unit, row.number(0), new FormDesign(form, unit.form()), row.instant(3), name, (int) row.number(4));
    }

    /** Keeps the draft as it was changed; begins one where there is none. */
    public FormDraft save(Person actor, FormDraft seen, FormDesign changed) {
        requireAdministrator(actor);
        if (changed.equals(seen.design())) {
            return seen;
        }
        var json = FormWriting.write(changed.form()).toString();
        if (seen.isBegun()) {
            hold(seen);
            rows.insert("""
                    insert into units_form_draft_step (unit_id, version, definition)
                    select unit_id, version, definition from units_form_draft where unit_id = ?1 returning version""", seen.unit().id());
            write(actor, seen, json);
        } else {
            begin(actor, seen, json);
        }
        em.createNativeQuery("""
                        delete from units_form_draft_step where unit_id = ?1 and version not in (
                            select version from units_form_draft_step where unit_id = ?1 order by version desc limit ?2)""")
                .setParameter(1, seen.unit().id())
                .setParameter(2, MOST_STEPS)
                .executeUpdate();
        return current(seen.unit());
    }

    /** Nobody else may change the draft from here on; refuses where somebody has since it was seen. */
    private void hold(FormDraft seen) {
        if (rows.find(
                        "select version from units_form_draft where unit_id = ?1 and version = ?2 for update",
                        seen.unit().id(),
                        seen.stand())
                .isEmpty()) {
            throw new StaleVersion();
        }
    }

    private void write(Person actor, FormDraft seen, String json) {
        rows.insert("""
                update units_form_draft set version = nextval('units_form_draft_version'), definition = cast(?2 as jsonb),
                    changed_by = ?3, changed_at = ?4 where unit_id = ?1 returning version""", seen.unit().id(), json, actor.id(), clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void begin(Person actor, FormDraft seen, String json) {
        var unit = seen.unit().id();
        var begun = rows.find("""
                insert into units_form_draft (unit_id, version, definition, changed_by, changed_at)
                values (?1, nextval('units_form_draft_version'), cast(?2 as jsonb), ?3, ?4)
                on conflict do nothing returning version""", unit, json, actor.id(), clock.instant().atOffset(ZoneOffset.UTC));
        if (begun.isEmpty() || seen.stand() != -units.get(unit).form().id()) {
            throw new StaleVersion();
        }
        rows.insert(
                "insert into units_form_draft_step values (?1, 0, cast(?2 as jsonb)) returning version",
                unit,
                FormWriting.write(seen.design().published()).toString());
    }

    /** Takes the last change back; with the first one the draft ends. Where there is nothing to take back, nothing happens. */
    public FormDraft undo(Person actor, FormDraft seen) {
        requireAdministrator(actor);
        if (!seen.isBegun()) {
            return seen;
        }
        hold(seen);
        var step = Row.all(em, """
                        delete from units_form_draft_step where unit_id = ?1 and version = (
                            select max(version) from units_form_draft_step where unit_id = ?1)
                        returning version, cast(definition as text)""", seen.unit().id()).findFirst();
        if (step.isPresent() && step.get().number(0) > 0) {
            write(actor, seen, step.get().text(1));
        } else if (step.isPresent()) {
            end(seen);
        }
        return current(seen.unit());
    }

    private void end(FormDraft seen) {
        em.createNativeQuery("delete from units_form_draft where unit_id = ?1")
                .setParameter(1, seen.unit().id())
                .executeUpdate();
    }

    /** Throws the draft away: the published form stays as it is. */
    public FormDraft discard(Person actor, FormDraft seen) {
        requireAdministrator(actor);
        hold(seen);
        end(seen);
        return current(seen.unit());
    }

    /**
     * Publishes the draft: new tickets are opened with it, those that there are keep theirs.
     *
     * @param number the number that the person was told it would have
     * @throws RuleViolation naming the field, and then nothing is published, where the form could not work or nothing changes
     */
    public int publish(Person actor, FormDraft seen, int number) {
        requireAdministrator(actor);
        hold(seen);
        problems(seen.design().form()).stream().findFirst().ifPresent(problem -> {
            throw new RuleViolation("units.form.refused", problem.text());
        });
        if (seen.design().isUnchanged()) {
            throw new RuleViolation("units.form.same");
        }
        var published = configuration.publishForm(
                seen.unit().key(), FormWriting.write(seen.design().form()));
        if (published != number) {
            throw new StaleVersion();
        }
        rows.insert(
                "update units_form set published_by = ?3 where unit_id = ?1 and number = ?2 returning id",
                seen.unit().id(),
                published,
                actor.id());
        end(seen);
        return published;
    }

    /** What forbids to publish that form. */
    public List<FormProblems.Problem> problems(RequestForm form) {
        return FormProblems.of(form, sectors.all().stream().map(Sector::key).collect(Collectors.toSet()));
    }

    /** Every version of the unit's form, the newest first. */
    public List<PublishedForm> versions(Person actor, BusinessUnit unit) {
        requireAdministrator(actor);
        return Row.all(em, """
                        select f.number, f.published_at, coalesce(p.name, '') from units_form f
                        left join accounts_person p on p.id = f.published_by
                        where f.unit_id = ?1 order by f.number desc""", unit.id())
                .map(row -> new PublishedForm((int) row.number(0), row.instant(1), row.text(2)))
                .toList();
    }

    /** One of those versions, if there is one of that number. */
    public Optional<RequestForm> version(Person actor, BusinessUnit unit, int number) {
        requireAdministrator(actor);
        return rows.find("select id from units_form where unit_id = ?1 and number = ?2", unit.id(), number)
                .map(units::form);
    }

    static void requireAdministrator(Person actor) {
        if (!actor.isAdministrator()) {
            throw new AccessDenied("units.administrators-only");
        }
    }
}
