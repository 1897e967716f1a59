package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.shared.JsonText;
import org.guiche.shared.StaleVersion;
import org.guiche.units.UnitStore.Stored;

/**
 * Units as readable JSON, one document a unit (REQUIREMENTS 7.5): the one way to add and to change them. All or nothing; who changed
 * what is written down with before and after. Tickets in flight keep what they have. Who may is {@link UnitAccess}'s to say: a new unit
 * is for administrators, a change of one also for those to whom it is delegated.
 */
@Stateless
public class Configuration {

    /** Who acts where an installation sets itself up, as the demo does. */
    public static final Person SYSTEM = new Person(0, "Guichê", "", null, null, Set.of(Role.ADMINISTRATOR), List.of());

    @Inject
    UnitStore store;

    @Inject
    UnitEditor editor;

    /**
     * A unit as one document, as {@link #addUnit} reads it. For those who shape it: whoever offers it checks that they do.
     *
     * @throws org.guiche.shared.NotFound for a unit that there is not
     */
    public JsonObject document(String unitKey) {
        return store.read(unitKey).json();
    }

    /** A document as it would be read back: written in the usual way, refused where it could not work. */
    public JsonObject normal(JsonObject document) {
        return UnitWriting.write(UnitDocument.read(document));
    }

    /** How often the unit was changed: asked for before its document, so that a change in between is noticed. */
    public long revision(String unitKey) {
        return store.read(unitKey).revision();
    }

    /**
     * Adds a unit with its form, classifications, statuses and reasons, and returns its id. A document that could not work is
     * refused with the place and what is wrong there, and nothing of it stays.
     *
     * @param json the unit's document: see {@link Presets} for five of them
     */
    public long addUnit(Person actor, JsonObject json) {
        UnitAccess.requireInstallation(actor);
        return editor.add(actor, json);
    }

    /**
     * Changes a unit to what the document says; what keeps its key keeps its tickets. A classification or reason that is gone is
     * offered no more and stays on its tickets; its unfinished tickets are reckoned again soon after. The form has its own way:
     * {@link #publishForm}; a document may leave it out.
     *
     * @param revision of the unit as the person saw it
     * @throws org.guiche.shared.AccessDenied for whoever shapes no unit
     * @throws org.guiche.shared.NotFound for whoever does not shape this one
     * @throws StaleVersion where somebody changed it since then
     * @throws RuleViolation, at its place, for what could not work, for another key or form, for a status that has to stay because
     *     tickets are in it, and for another place in the tree where no administrator says so
     */
    public void change(Person actor, String unitKey, JsonObject document, long revision) {
        UnitAccess.require(actor, unitKey);
        editor.change(actor, unchangedSince(unitKey, revision), document);
    }

    /**
     * The same with the form too: a form that is another one is published as the next version. This is how a preset or a file is
     * brought in.
     */
    public void become(Person actor, String unitKey, JsonObject document, long revision) {
        UnitAccess.require(actor, unitKey);
        editor.become(actor, unchangedSince(unitKey, revision), document);
    }

    private Stored unchangedSince(String unitKey, long revision) {
        var stored = store.hold(unitKey);
        if (stored.revision() != revision) {
            throw new StaleVersion();
        }
        return stored;
    }

    /**
     * Publishes a new version of a unit's form and returns its number: new tickets are opened with it, old ones keep theirs.
     * Refuses a definition that could not work, and one that routes to sectors nobody has.
     */
    public int publishForm(Person actor, String unitKey, JsonObject definition) {
        UnitAccess.require(actor, unitKey);
        return editor.publish(actor, store.hold(unitKey), definition);
    }

    /**
     * Changes what a unit promises and when it serves, and nothing else.
     *
     * @param settings all of the unit's settings, with its calendar
     * @param serviceLevels all of its service levels, the first that covers a ticket first
     */
    public void changeService(Person actor, String unitKey, JsonObject settings, JsonArray serviceLevels) {
        UnitAccess.require(actor, unitKey);
        var stored = store.hold(unitKey);
        editor.change(
                actor,
                stored,
                JsonText.object(stored.json())
                        .add("settings", settings)
                        .add("serviceLevels", serviceLevels)
                        .build());
    }
}
