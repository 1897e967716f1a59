package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.guiche.accounts.Person;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.units.UnitStore.Stored;

/** Adds and changes units in the transaction of whoever asks, writes down what differs, and tells whom it concerns. */
@Dependent
class UnitEditor {

    private static final String FORM = "form";

    @Inject
    UnitRows rows;

    @Inject
    UnitWriter writer;

    @Inject
    ChangeLog log;

    @Inject
    SupervisorsReach reach;

    @Inject
    Event<UnitsChanged> changed;

    @Inject
    Event<ServiceChanged> service;

    long add(Person actor, JsonObject json) {
        var unit = UnitDocument.read(json);
        var id = writer.add(unit);
        log.unit(actor, id, Difference.of(JsonValue.EMPTY_JSON_OBJECT, UnitWriting.write(unit)));
        changed();
        return id;
    }

    /** Everything but the form, which has to be the one that is published. */
    void change(Person actor, Stored stored, JsonObject document) {
        var after = UnitDocument.read(whole(stored, document));
        if (!sameForm(stored, after)) {
            throw RuleViolation.of(FORM, "units.change.form");
        }
        bring(actor, stored, after);
    }

    /** Everything; another form is published as a new version. */
    void become(Person actor, Stored stored, JsonObject document) {
        var after = UnitDocument.read(whole(stored, document));
        if (!sameForm(stored, after)) {
            writer.addForm(stored.id(), after.form());
        }
        bring(actor, stored, after);
    }

    private static boolean sameForm(Stored stored, UnitDocument after) {
        return FormWriting.write(FormJson.read(0, 1, after.form()))
                .equals(stored.json().getJsonObject(FORM));
    }

    /** The tree is everybody's: where a unit stands in it is not for those to say to whom only the unit is delegated. */
    private static void requireSamePlace(Person actor, Stored stored, UnitDocument after) {
        if (!actor.isAdministrator()
                && !after.parents().equals(stored.document().parents())) {
            throw RuleViolation.of("parents", "units.change.place");
        }
    }

    private void bring(Person actor, Stored stored, UnitDocument after) {
        requireSamePlace(actor, stored, after);
        reach.require(actor, stored, after, after.form());
        var difference = Difference.of(stored.json(), UnitWriting.write(after));
        if (difference.isNone()) {
            return;
        }
        writer.change(stored, after);
        log.unit(actor, stored.id(), difference);
        changed();
        service.fire(new ServiceChanged(stored.id()));
    }

    int publish(Person actor, Stored stored, JsonObject definition) {
        reach.require(actor, stored, stored.document(), definition);
        var number = writer.addForm(stored.id(), definition);
        log.unit(actor, stored.id(), Difference.of(formOnly(stored.document().form()), formOnly(definition)));
        writer.raise(stored.id());
        changed();
        return number;
    }

    private static JsonObject formOnly(JsonObject form) {
        return JsonText.object()
                .add(FORM, FormWriting.write(FormJson.read(0, 1, form)))
                .build();
    }

    private static JsonObject whole(Stored stored, JsonObject document) {
        var whole = JsonText.object(document);
        if (!document.containsKey(FORM)) {
            whole.add(FORM, stored.document().form());
        }
        if (!document.containsKey("key")) {
            whole.add("key", stored.document().key());
        } else if (!stored.document().key().equals(document.getString("key", ""))) {
            throw RuleViolation.of("key", "units.change.key", stored.document().key());
        }
        return whole.build();
    }

    /** Tells every node, through the table, and this one as soon as it is committed. */
    private void changed() {
        rows.raiseRevision();
        changed.fire(new UnitsChanged());
    }
}
