package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;

/**
 * The next version of each unit's form while administrators design it: one draft a unit, kept after every act. For those who
 * shape the unit; whoever acts on a draft that another one has changed since is refused, and nothing is overwritten.
 */
@Stateless
public class FormDrafts {

    @PersistenceContext
    EntityManager em;

    @Inject
    FormDraftRows drafts;

    @Inject
    UnitRows rows;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    Configuration configuration;

    /**
     * The draft of that unit's form, or its published form where nobody has begun one.
     *
     * @throws NotFound for a unit that there is not
     */
    public FormDraft current(Person actor, String unitKey) {
        UnitAccess.require(actor, unitKey);
        return current(units.get(unitKey, actor));
    }

    private static void require(Person actor, BusinessUnit unit) {
        UnitAccess.require(actor, unit.key());
    }

    private FormDraft current(BusinessUnit unit) {
        return drafts.read(unit)
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

    /**
     * Keeps the draft as it was changed; begins one where there is none.
     *
     * @throws StaleVersion where somebody else has changed, begun or published it since it was seen
     */
    public FormDraft save(Person actor, FormDraft seen, FormDesign changed) {
        require(actor, seen.unit());
        if (changed.equals(seen.design())) {
            return seen;
        }
        var json = FormWriting.write(changed.form()).toString();
        if (seen.isBegun()) {
            drafts.hold(seen);
            drafts.step(seen);
            drafts.write(actor, seen, json);
        } else if (seen.stand() == -units.get(seen.unit().id()).form().id()) {
            drafts.begin(actor, seen, json);
        } else {
            throw new StaleVersion();
        }
        return current(seen.unit());
    }

    /** Takes the last change back; with the first one the draft ends. Where there is nothing to take back, nothing happens. */
    public FormDraft undo(Person actor, FormDraft seen) {
        require(actor, seen.unit());
        if (!seen.isBegun()) {
            return seen;
        }
        drafts.hold(seen);
        var step = drafts.stepBack(seen);
        if (step.isPresent() && step.get().number(0) > 0) {
            drafts.write(actor, seen, step.get().text(1));
        } else if (step.isPresent()) {
            drafts.end(seen);
        }
        return current(seen.unit());
    }

    /** Throws the draft away: the published form stays as it is. */
    public FormDraft discard(Person actor, FormDraft seen) {
        require(actor, seen.unit());
        drafts.hold(seen);
        drafts.end(seen);
        return current(seen.unit());
    }

    /**
     * Publishes the draft: new tickets are opened with it, those that there are keep theirs.
     *
     * @param number the number that the person was told it would have
     * @throws RuleViolation naming the field, and then nothing is published, where the form could not work or nothing changes
     */
    public int publish(Person actor, FormDraft seen, int number) {
        require(actor, seen.unit());
        drafts.hold(seen);
        problems(seen.design().form()).stream().findFirst().ifPresent(problem -> {
            throw new RuleViolation("units.form.refused", problem.text());
        });
        if (seen.design().isUnchanged()) {
            throw new RuleViolation("units.form.same");
        }
        var published = configuration.publishForm(
                actor, seen.unit().key(), FormWriting.write(seen.design().form()));
        if (published != number) {
            throw new StaleVersion();
        }
        rows.insert(
                "update units_form set published_by = ?3 where unit_id = ?1 and number = ?2 returning id",
                seen.unit().id(),
                published,
                actor.id());
        drafts.end(seen);
        return published;
    }

    /** What forbids to publish that form. */
    public List<FormProblems.Problem> problems(RequestForm form) {
        return FormProblems.of(form, sectors.all().stream().map(Sector::key).collect(Collectors.toSet()));
    }

    /** Every version of the unit's form, the newest first. */
    public List<PublishedForm> versions(Person actor, BusinessUnit unit) {
        require(actor, unit);
        return Row.all(em, """
                        select f.number, f.published_at, coalesce(p.shown_name, '') from units_form f
                        left join accounts_person p on p.id = f.published_by
                        where f.unit_id = ?1 order by f.number desc""", unit.id())
                .map(row -> new PublishedForm((int) row.number(0), row.instant(1), row.text(2)))
                .toList();
    }

    /** One of those versions, if there is one of that number. */
    public Optional<RequestForm> version(Person actor, BusinessUnit unit, int number) {
        require(actor, unit);
        return rows.find("select id from units_form where unit_id = ?1 and number = ?2", unit.id(), number)
                .map(units::form);
    }
}
