package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.shared.StaleVersion;

/** The tables of drafts of forms and of what they were before. */
@Dependent
class FormDraftRows {

    private static final int MOST_STEPS = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    UnitRows rows;

    @Inject
    Clock clock;

    /** The draft of a unit, if there is one: version, definition, who changed it, when, how many steps. */
    Optional<Row> read(BusinessUnit unit) {
        return Row.all(em, """
                        select version, cast(definition as text), changed_by, changed_at,
                            (select count(*) from units_form_draft_step s where s.unit_id = d.unit_id)
                        from units_form_draft d where unit_id = ?1""", unit.id()).findFirst();
    }

    /** Nobody else may change the draft from here on; refuses where somebody has since it was seen. */
    void hold(FormDraft seen) {
        var held = rows.find(
                "select version from units_form_draft where unit_id = ?1 and version = ?2 for update",
                seen.unit().id(),
                seen.stand());
        if (held.isEmpty()) {
            throw new StaleVersion();
        }
    }

    /** Keeps what it is now as a step, to go back to. */
    void step(FormDraft seen) {
        rows.insert("""
                insert into units_form_draft_step (unit_id, version, definition)
                select unit_id, version, definition from units_form_draft where unit_id = ?1 returning version""", seen.unit().id());
        em.createNativeQuery("""
                        delete from units_form_draft_step where unit_id = ?1 and version not in (
                            select version from units_form_draft_step where unit_id = ?1 order by version desc limit ?2)""")
                .setParameter(1, seen.unit().id())
                .setParameter(2, MOST_STEPS)
                .executeUpdate();
    }

    void write(Person actor, FormDraft seen, String definition) {
        rows.insert("""
                update units_form_draft set version = nextval('units_form_draft_version'), definition = cast(?2 as jsonb),
                    changed_by = ?3, changed_at = ?4 where unit_id = ?1 returning version""", seen.unit().id(), definition, actor.id(), now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Begins one; refuses where somebody else has begun one meanwhile. */
    void begin(Person actor, FormDraft seen, String definition) {
        var begun = rows.find("""
                insert into units_form_draft (unit_id, version, definition, changed_by, changed_at)
                values (?1, nextval('units_form_draft_version'), cast(?2 as jsonb), ?3, ?4)
                on conflict do nothing returning version""", seen.unit().id(), definition, actor.id(), now());
        if (begun.isEmpty()) {
            throw new StaleVersion();
        }
        rows.insert(
                "insert into units_form_draft_step values (?1, 0, cast(?2 as jsonb)) returning version",
                seen.unit().id(),
                FormWriting.write(seen.design().published()).toString());
    }

    /** The last step, which is gone by that: its version, 0 for the published form, and its definition. */
    Optional<Row> stepBack(FormDraft seen) {
        return Row.all(em, """
                        delete from units_form_draft_step where unit_id = ?1 and version = (
                            select max(version) from units_form_draft_step where unit_id = ?1)
                        returning version, cast(definition as text)""", seen.unit().id()).findFirst();
    }

    void end(FormDraft seen) {
        em.createNativeQuery("delete from units_form_draft where unit_id = ?1")
                .setParameter(1, seen.unit().id())
                .executeUpdate();
    }
}
